package dev.interlock.match;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often values of one kind occur.
 *
 * @param filled how many records have any
 * @param common those that several have, each with how many
 */
public record Counts(int filled, Map<String, Integer> common) {

    /** Of a value that fewer records have, its rarity in the world says enough. */
    static final int COMMON = 3;

    /** No more values of one kind are kept: the most common ones. */
    static final int MOST = 4_000;

    public Counts {
        common = java.util.Collections.unmodifiableMap(new TreeMap<>(common));
    }
}
