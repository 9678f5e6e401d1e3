package dev.interlock.match;

import java.util.Arrays;

/** How far two spellings are apart. Words longer than {@link #LONGEST} letters are compared by their beginnings. */
final class Spelling {

    static final int LONGEST = 64;

    private final int[][] rows = new int[3][LONGEST + 1];

    /**
     * Optimal string alignment: inserted, left out, replaced and swapped neighbouring letters.
     *
     * @param most what is enough to know: a greater distance may be given as {@code most + 1}
     */
    int distance(byte[] one, byte[] other, int most) {
        int width = Math.min(one.length, LONGEST);
        int height = Math.min(other.length, LONGEST);
        if (Math.abs(width - height) > most) {
            return most + 1;
        }
        int[] before = rows[0];
        int[] last = rows[1];
        int[] next = rows[2];
        for (int x = 0; x <= width; x++) {
            last[x] = x;
        }
        for (int y = 1; y <= height; y++) {
            int least = next[0] = y;
            for (int x = 1; x <= width; x++) {
                next[x] = step(one, other, x, y);
                least = Math.min(least, next[x]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = next;
            next = free;
            rows[0] = before;
            rows[1] = last;
            rows[2] = next;
        }
        return last[width];
    }

    private int step(byte[] one, byte[] other, int x, int y) {
        int[] last = rows[1];
        int change = one[x - 1] == other[y - 1] ? 0 : 1;
        int best = Math.min(Math.min(rows[2][x - 1], last[x]) + 1, last[x - 1] + change);
        boolean swapped = x > 1 && y > 1 && one[x - 1] == other[y - 2] && one[x - 2] == other[y - 1];
        return swapped ? Math.min(best, rows[0][x - 2] + 1) : best;
    }

    /** Jaro-Winkler similarity, from 0 to 1 (Winkler, 1990). */
    static double likeness(byte[] one, byte[] other) {
        int width = Math.min(one.length, LONGEST);
        int height = Math.min(other.length, LONGEST);
        if (width == 0 || height == 0) {
            return width == height ? 1 : 0;
        }
        int reach = Math.max(0, Math.max(width, height) / 2 - 1);
        long seenOne = 0;
        long seenOther = 0;
        int common = 0;
        for (int x = 0; x < width; x++) {
            int to = Math.min(height, x + reach + 1);
            for (int y = Math.max(0, x - reach); y < to; y++) {
                if ((seenOther & (1L << y)) == 0 && one[x] == other[y]) {
                    seenOne |= 1L << x;
                    seenOther |= 1L << y;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        double jaro = ((double) common / width
                        + (double) common / height
                        + (common - transposed(one, other, seenOne, seenOther) / 2.0) / common)
                / 3;
        return jaro + Math.min(4, sharedStart(one, other)) * 0.1 * (1 - jaro);
    }

    private static int transposed(byte[] one, byte[] other, long seenOne, long seenOther) {
        int count = 0;
        long left = seenOther;
        for (long rest = seenOne; rest != 0; rest &= rest - 1) {
            if (one[Long.numberOfTrailingZeros(rest)] != other[Long.numberOfTrailingZeros(left)]) {
                count++;
            }
            left &= left - 1;
        }
        return count;
    }

    static int sharedStart(byte[] one, byte[] other) {
        int first = Arrays.mismatch(one, other);
        return first < 0 ? one.length : first;
    }
}
