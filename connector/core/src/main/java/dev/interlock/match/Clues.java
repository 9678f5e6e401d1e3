package dev.interlock.match;

/** What one record can be looked up by: per kind of clue, a few hashes. */
final class Clues {

    /** More of one kind would only lead to more of the same records. */
    static final int MOST = 6;

    private final long[][] hashes;
    private final int[] counts;

    Clues(int kinds) {
        hashes = new long[kinds][];
        counts = new int[kinds];
    }

    void clear() {
        java.util.Arrays.fill(counts, 0);
    }

    /** Adds a clue; a kind that is full takes no more. */
    void add(int kind, long hash) {
        if (counts[kind] == 0 && hashes[kind] == null) {
            hashes[kind] = new long[MOST];
        }
        if (counts[kind] < MOST) {
            hashes[kind][counts[kind]++] = hash;
        }
    }

    int count(int kind) {
        return counts[kind];
    }

    long hash(int kind, int at) {
        return hashes[kind][at];
    }
}
