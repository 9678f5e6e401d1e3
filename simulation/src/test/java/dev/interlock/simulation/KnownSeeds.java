package dev.interlock.simulation;

import java.util.Set;

/**
 * What the simulation finds and nobody has mended yet: a mistake of the engine or of the oracle. The sets may only shrink.
 *
 * <p>Of the calm ones, one is a deletion that was taken back while only another system was read. Of the others, most are about
 * what a second record of an entity said when it takes the place of the first.
 */
final class KnownSeeds {

    /** Calm schedules, up to the number that a build plays. */
    static final Set<Long> CALM = Set.of(606L, 682L, 912L, 937L);

    /** Schedules with upheavals, up to the number that the longest profile plays. */
    static final Set<Long> UPHEAVALS = Set.of(15L, 20L, 25L, 66L, 72L, 75L, 91L, 135L, 294L);

    private KnownSeeds() {}
}
