package dev.interlock.match;

import java.util.List;

/** How values of one kind are read, compared and looked up. Level 1 is always: the very same. */
interface ValueKind {

    /** From the best, which is the same value, to the worst. */
    List<Level> levels();

    /** The forms to compare; a cell may hold several values, or none. */
    List<String> read(String cell);

    /** The level of two different values, from 2 on. */
    int grade(byte[] one, byte[] other, Spelling spelling);

    /** Whether such a value is one person's own; a phone, a web site or a place is shared by many. */
    default boolean isOwn() {
        return false;
    }

    /** How rare such a value is in the world. */
    Rarity.World world(byte[] value);

    /** The names of what such values are looked up by. */
    List<String> clues();

    /** Gives out what a value is looked up by, from that clue on. */
    void clues(byte[] value, int first, Clues into);
}
