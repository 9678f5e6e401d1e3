package dev.interlock.match;

import java.util.List;

/**
 * Something to recognise records by: it reads cells into numbers, and compares two records by them. A record's numbers are
 * one array for all aspects; each aspect has its {@link Seat} in it.
 */
interface Aspect {

    /** How many numbers of a record it takes. */
    int width();

    /** What it compares. */
    List<Part> parts();

    /** The names of what it offers to look records up by. */
    List<String> clues();

    /** Reads a record. Values are counted, because their rarity weighs. */
    void read(Row row, int[] into);

    /** Tells how two records agree. */
    void compare(int[] one, int[] other, Findings into);

    /** Gives out what records are looked up by. */
    void clues(int[] row, Clues into);
}
