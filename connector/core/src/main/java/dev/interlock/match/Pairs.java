package dev.interlock.match;

import java.util.Arrays;

/** Pairs of records with what their comparison found. */
final class Pairs {

    /** Rarity is kept in fifths of a bit. */
    private static final double STEPS = 5;

    private int[] one = new int[1 << 10];
    private int[] other = new int[1 << 10];
    private long[] levels = new long[1 << 10];
    private byte[] bits = new byte[0];
    private final int parts;
    private int size;

    Pairs(int parts) {
        this.parts = parts;
        bits = new byte[one.length * parts];
    }

    void add(int first, int second, Findings found) {
        if (size == one.length) {
            one = Arrays.copyOf(one, size * 2);
            other = Arrays.copyOf(other, size * 2);
            levels = Arrays.copyOf(levels, size * 2);
            bits = Arrays.copyOf(bits, size * 2 * parts);
        }
        one[size] = first;
        other[size] = second;
        set(size, found);
        size++;
    }

    /** Replaces what a comparison found. */
    void set(int pair, Findings found) {
        levels[pair] = found.packed(parts);
        for (int part = 0; part < parts; part++) {
            bits[pair * parts + part] = (byte) Math.round(found.bits(part) * STEPS);
        }
    }

    /** Tells again what the comparison of a pair found. */
    void tell(int pair, Findings found) {
        for (int part = 0; part < parts; part++) {
            found.set(part, Findings.unpack(levels[pair], part), bits[pair * parts + part] / STEPS);
        }
    }

    int size() {
        return size;
    }

    int one(int pair) {
        return one[pair];
    }

    int other(int pair) {
        return other[pair];
    }
}
