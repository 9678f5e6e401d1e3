package dev.interlock.match;

import java.util.Arrays;
import java.util.List;

/** All records that are known, as numbers: some hundred bytes each, so that a million fit beside everything else. */
final class Census {

    private static final int CHUNK = 1 << 12;

    private final Layout layout;
    private final List<Aspect> aspects;
    private final int width;
    private final int[] scratch;
    private final int[] here;
    private final int[] there;
    private int[][] chunks = new int[16][];
    private int size;

    Census(Layout layout) {
        this.layout = layout;
        aspects = layout.aspects();
        width = layout.width();
        scratch = new int[width];
        here = new int[width];
        there = new int[width];
    }

    /** The number of a record that was not known. */
    int add(Row row) {
        for (Aspect aspect : aspects) {
            aspect.read(row, scratch);
        }
        int chunk = size / CHUNK;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[CHUNK * width];
        }
        System.arraycopy(scratch, 0, chunks[chunk], size % CHUNK * width, width);
        return size++;
    }

    int size() {
        return size;
    }

    Layout layout() {
        return layout;
    }

    void compare(int one, int other, Findings into) {
        fill(one, here);
        fill(other, there);
        for (Aspect aspect : aspects) {
            aspect.compare(here, there, into);
        }
    }

    /** Uncounts what a double repeats of an earlier record of its entity. */
    void repeats(int record, int earlier) {
        fill(record, here);
        fill(earlier, there);
        for (Aspect aspect : aspects) {
            aspect.repeats(here, there);
        }
    }

    void clues(int record, Clues into) {
        into.clear();
        fill(record, here);
        for (Aspect aspect : aspects) {
            aspect.clues(here, into);
        }
    }

    private void fill(int record, int[] into) {
        System.arraycopy(chunks[record / CHUNK], record % CHUNK * width, into, 0, width);
    }
}
