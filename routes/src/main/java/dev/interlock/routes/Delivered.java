package dev.interlock.routes;

import dev.interlock.deliver.Delivery;
import java.util.List;

/** A page of writes and what became of each, in the same order. */
record Delivered(Parcels parcels, List<Delivery> outcomes) {

    Delivered {
        outcomes = List.copyOf(outcomes);
    }
}
