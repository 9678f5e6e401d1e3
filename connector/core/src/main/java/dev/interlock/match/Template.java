package dev.interlock.match;

/**
 * What a key is made of: one clue, or two that go together.
 *
 * @param other {@link #ALONE} if the first is enough
 */
record Template(int clue, int other) {

    static final int ALONE = -1;

    /** What a key is given to. */
    @FunctionalInterface
    interface Taker {
        void take(long key);
    }

    /** Makes all keys of a record. */
    void keys(Clues clues, Taker taker) {
        for (int at = 0; at < clues.count(clue); at++) {
            long hash = Hash.mix(clues.hash(clue, at), 31L * clue + 7);
            if (other == ALONE) {
                taker.take(hash);
                continue;
            }
            for (int there = 0; there < clues.count(other); there++) {
                taker.take(Hash.mix(hash, Hash.mix(clues.hash(other, there), 31L * other + 11)));
            }
        }
    }
}
