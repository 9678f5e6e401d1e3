package dev.interlock.simulation;

import java.util.Set;

/**
 * What the simulation finds where records are merged, and nobody has mended yet: a mistake of the engine or of the oracle, in
 * what a second record of an entity said when it takes the place of the first. The set may only shrink.
 */
final class KnownSeeds {

    /** Schedules with upheavals, up to the number that the longest profile plays. */
    static final Set<Long> OPEN =
            Set.of(23L, 36L, 73L, 77L, 101L, 102L, 111L, 140L, 149L, 159L, 184L, 192L, 208L, 284L);

    private KnownSeeds() {}
}
