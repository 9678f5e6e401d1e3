package dev.interlock.match;

import dev.interlock.normalise.WordList;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which given names are used for one another; an aid for comparing, never for writing a name. */
final class Nicknames {

    private static final Map<String, Set<Integer>> GROUPS = load();

    private Nicknames() {}

    static boolean same(byte[] one, byte[] other) {
        Set<Integer> groups = GROUPS.get(new String(one, StandardCharsets.UTF_8));
        if (groups == null) {
            return false;
        }
        Set<Integer> others = GROUPS.get(new String(other, StandardCharsets.UTF_8));
        return others != null && groups.stream().anyMatch(others::contains);
    }

    /** Whether it is a given name that the list knows. */
    static boolean knows(String name) {
        return GROUPS.containsKey(name);
    }

    private static Map<String, Set<Integer>> load() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        int number = 0;
        for (String line : WordList.beside(Nicknames.class, "nicknames.txt")) {
            for (String name : line.split(" ", -1)) {
                groups.computeIfAbsent(name, any -> new HashSet<>()).add(number);
            }
            number++;
        }
        return groups;
    }
}
