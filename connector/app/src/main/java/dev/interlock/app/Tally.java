package dev.interlock.app;

/**
 * How many pairs were found, and how many rightly.
 *
 * @param found pairs that the matcher calls the same
 * @param right those of them that are
 * @param all pairs that are the same
 */
record Tally(long found, long right, long all) {

    /** The share of the found pairs that are right; 1 if nothing was found. */
    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** The share of the true pairs that were found. */
    double recall() {
        return all == 0 ? 1 : (double) right / all;
    }

    /** The harmonic mean of both. */
    double f1() {
        return found + all == 0 ? 1 : 2.0 * right / (found + all);
    }
}
