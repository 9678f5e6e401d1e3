package dev.interlock.match;

import java.util.Arrays;

/** Which records have which key: a hash table of chains in plain arrays, about 30 bytes per key of a record. */
final class Postings {

    private long[] keys = new long[1 << 10];
    private int[] heads = new int[1 << 10];
    private int[] counts = new int[1 << 10];
    private int used;
    private int[] next = new int[1 << 10];
    private int[] records = new int[1 << 10];
    private int size;

    void add(long key, int record) {
        if (used * 5L > keys.length * 3L) {
            grow();
        }
        int slot = slot(key, keys);
        if (heads[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        if (size == next.length) {
            next = Arrays.copyOf(next, size + size / 2);
            records = Arrays.copyOf(records, size + size / 2);
        }
        next[size] = heads[slot];
        records[size] = record;
        heads[slot] = ++size;
        counts[slot]++;
    }

    private int slot(long key, long[] table) {
        int mask = table.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (heads[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        heads = new int[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldHeads[at] != 0) {
                int slot = slot(oldKeys[at], keys);
                keys[slot] = oldKeys[at];
                heads[slot] = oldHeads[at];
                counts[slot] = oldCounts[at];
            }
        }
    }

    /** How many records have the key. */
    int count(long key) {
        return counts[slot(key, keys)];
    }

    /** The first place in the chain of a key; 0 if nobody has it. */
    int first(long key) {
        return heads[slot(key, keys)];
    }

    int record(int place) {
        return records[place - 1];
    }

    /** The place after that one; 0 at the end. */
    int next(int place) {
        return next[place - 1];
    }
}
