package dev.interlock.simulation;

/** How much of what the simulation finds is not looked into yet; these numbers may only go down. */
final class KnownSeeds {
    /** Per cent of the schedules without merges, doubled keys and hidden fields. */
    static final long MOST_OPEN_WHEN_CALM = 25;

    /** Per cent of the schedules with them. */
    static final long MOST_OPEN_IN_UPHEAVALS = 40;

    private KnownSeeds() {}
}
