package dev.interlock.match;

import java.util.Arrays;

/** Pairs of records with what their comparison found. */
final class Pairs {

    private int[] one = new int[1 << 10];
    private int[] other = new int[1 << 10];
    private long[] levels = new long[1 << 10];
    private float[] bits = new float[1 << 10];
    private int size;

    void add(int first, int second, Findings found, int parts) {
        if (size == one.length) {
            one = Arrays.copyOf(one, size * 2);
            other = Arrays.copyOf(other, size * 2);
            levels = Arrays.copyOf(levels, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
        }
        one[size] = first;
        other[size] = second;
        set(size, found, parts);
        size++;
    }

    /** Replaces what a comparison found. */
    void set(int pair, Findings found, int parts) {
        levels[pair] = found.packed(parts);
        double sum = 0;
        for (int part = 0; part < parts; part++) {
            sum += found.bits(part);
        }
        bits[pair] = (float) sum;
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

    long levels(int pair) {
        return levels[pair];
    }

    /** How rare everything is in which the pair agrees. */
    double bits(int pair) {
        return bits[pair];
    }
}
