package dev.interlock.sandbox.salesforce;

/**
 * Whether a record lives, lies in the recycle bin, or was merged away.
 *
 * @param winner the number of the record it was merged into, or {@link #NOBODY}
 */
record Fate(boolean deleted, int winner) {

    static final int NOBODY = -1;
    static final Fate LIVE = new Fate(false, NOBODY);
    static final Fate DELETED = new Fate(true, NOBODY);

    static Fate mergedInto(int winner) {
        return new Fate(true, winner);
    }
}
