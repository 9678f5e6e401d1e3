package dev.interlock.match;

/** Counts how often two words follow one another. */
final class Couples {

    private long[] keys = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int used;

    void add(int first, int second) {
        if (used * 5L > keys.length * 3L) {
            grow();
        }
        int slot = slot(key(first, second));
        used += counts[slot] == 0 ? 1 : 0;
        keys[slot] = key(first, second);
        counts[slot]++;
    }

    int count(int first, int second) {
        return counts[slot(key(first, second))];
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (Hash.mix(key) >>> 32) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldCounts[at] != 0) {
                int slot = slot(oldKeys[at]);
                keys[slot] = oldKeys[at];
                counts[slot] = oldCounts[at];
            }
        }
    }
}
