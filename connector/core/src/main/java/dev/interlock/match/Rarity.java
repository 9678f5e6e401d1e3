package dev.interlock.match;

/** How much it tells that two records share a value: bits, by how rare it is. */
final class Rarity {

    /** What the background counts, in records: of a value seen only in the two records that share it, little is known. */
    private static final double BACKGROUND = 60;

    private static final double MOST_BITS = 22;

    private Rarity() {}

    /**
     * @param count records that have the value, with the two that share it
     * @param total records that have any
     * @param background how rare such a value is in the world, in bits
     */
    static double bits(int count, int total, double background) {
        double others = Math.max(0, count - 2) + BACKGROUND * Math.pow(2, -Math.min(background, MOST_BITS));
        double chance = others / (Math.max(0, total - 2) + BACKGROUND);
        return Math.max(0, Math.min(MOST_BITS, -Math.log(chance) / Math.log(2)));
    }
}
