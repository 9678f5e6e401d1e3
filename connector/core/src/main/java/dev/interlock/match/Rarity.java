package dev.interlock.match;

/** How much it tells that two records share a value: bits, by how rare it is. */
final class Rarity {

    /** What the background counts, in records: of a value seen only in the two records that share it, little is known. */
    private static final double BACKGROUND = 60;

    private static final double MOST_BITS = 22;

    private Rarity() {}

    /**
     * How rare a value is in the world.
     *
     * @param bits the more, the rarer
     * @param shared how many other entities of the table may have an entity's value for a reason: they live in the same house,
     *     answer the same phone, belong to the same group
     */
    record World(double bits, double shared) {}

    /**
     * @param count records that have the value, with the two that share it
     * @param total records that have any
     * @param world how rare such a value is where these records come from
     */
    static double bits(int count, int total, World world) {
        double others =
                Math.max(0, count - 2) + world.shared() + BACKGROUND * Math.pow(2, -Math.min(world.bits(), MOST_BITS));
        double chance = others / (Math.max(0, total - 2) + BACKGROUND);
        return Math.max(0, Math.min(MOST_BITS, -Math.log(chance) / Math.log(2)));
    }
}
