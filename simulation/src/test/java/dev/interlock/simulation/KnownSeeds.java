package dev.interlock.simulation;

import java.util.Set;

/** What the simulation found and is not mended yet. A seed leaves this list with the mend. */
final class KnownSeeds {
    static final Set<Long> CALM = Set.of();

    /** Of the schedules with merges, doubled keys and hidden fields. */
    static final long MOST_OPEN_PER_CENT = 40;

    private KnownSeeds() {}
}
