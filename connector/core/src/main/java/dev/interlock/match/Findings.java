package dev.interlock.match;

/** What the comparison of two records found, per part. Made once and used again, because millions are compared. */
final class Findings {

    /** So that the levels of up to 16 parts fit into one long. */
    static final int MOST_LEVELS = 15;

    static final int MOST_PARTS = 16;

    private final int[] level = new int[MOST_PARTS];
    private final double[] bits = new double[MOST_PARTS];

    void set(int part, int level) {
        set(part, level, 0);
    }

    /**
     * @param level counted from 1
     * @param bits how rare what agrees is, for a level that goes by rarity
     */
    void set(int part, int level, double bits) {
        this.level[part] = level;
        this.bits[part] = bits;
    }

    int level(int part) {
        return level[part];
    }

    double bits(int part) {
        return bits[part];
    }

    /** All levels in one number: four bits per part. */
    long packed(int parts) {
        long packed = 0;
        for (int part = 0; part < parts; part++) {
            packed |= (long) level[part] << (4 * part);
        }
        return packed;
    }

    static int unpack(long packed, int part) {
        return (int) (packed >>> (4 * part)) & 15;
    }
}
