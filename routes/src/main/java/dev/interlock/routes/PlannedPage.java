package dev.interlock.routes;

import dev.interlock.stage.Staged;
import java.util.List;

/** A page whose entities were planned, ready to be stored. */
record PlannedPage(HeardPage heard, List<Staged> staged) {}
