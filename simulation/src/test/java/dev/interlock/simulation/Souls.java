package dev.interlock.simulation;

import java.util.HashMap;
import java.util.Map;

/** Who is meant, whatever the engine thinks: two records are one if they have one soul. */
final class Souls {
    private final Map<Integer, Integer> becameOf = new HashMap<>();
    private int count;

    int another() {
        return ++count;
    }

    /** Who somebody turned out to be, after merges. */
    int root(int soul) {
        int at = soul;
        while (becameOf.containsKey(at)) {
            at = becameOf.get(at);
        }
        return at;
    }

    void unite(int one, int other) {
        if (root(one) != root(other)) {
            becameOf.put(root(one), root(other));
        }
    }

    /** Whether somebody turned out to be somebody else, or somebody else to be them. */
    boolean wasUnited(int soul) {
        return becameOf.containsKey(soul) || becameOf.containsValue(soul);
    }
}
