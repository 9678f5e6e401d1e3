package dev.interlock.match;

import java.util.List;

/**
 * One thing that is compared between two records.
 *
 * @param name for people: the columns it was read from
 * @param levels from the best agreement to the worst; number 0 is kept for a value that is missing
 */
record Part(String name, List<Level> levels) {

    /** The level of a part of which either record has no value. */
    static final int MISSING = 0;

    Part {
        levels = List.copyOf(levels);
        if (levels.size() > Findings.MOST_LEVELS) {
            throw new IllegalArgumentException(name + " has too many levels: " + levels.size());
        }
    }
}
