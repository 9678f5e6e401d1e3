package dev.interlock.match;

import java.util.List;

/**
 * Something to recognise records by: it reads cells into numbers, and compares two records by them. A record's numbers are
 * one array for all aspects; each aspect has its {@link Seat} in it.
 */
interface Aspect {

    /** How many numbers of a record it takes. */
    int width();

    /** Which columns it reads. */
    List<Integer> columns();

    /** What it compares. */
    List<Part> parts();

    /** The names of what it offers to look records up by. */
    List<String> clues();

    /** Reads a record. Values are counted, because their rarity weighs. */
    void read(Row row, int[] into);

    /**
     * Uncounts a record that is a double, where it repeats what another record of its entity says. Names and places of
     * organisations stay counted by record: their branches share them, and are taken for doubles too easily.
     */
    default void repeats(int[] row, int[] earlier) {}

    /** Where it counts values, always in the same order; what is counted there can be kept and taken up again. */
    List<Lexicon> lexicons();

    /** Tells how two records agree. */
    void compare(int[] one, int[] other, Findings into);

    /** Gives out what records are looked up by. */
    void clues(int[] row, Clues into);
}
