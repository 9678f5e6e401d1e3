package dev.interlock.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        for (String line : Words.lines("nicknames.txt")) {
            for (String name : line.split(" ", -1)) {
                groups.computeIfAbsent(name, any -> new HashSet<>()).add(number);
            }
            number++;
        }
        return groups;
    }

    /** The word lists that lie beside this class: one entry a line, {@code #} starts a comment. */
    static final class Words {

        private Words() {}

        static List<String> lines(String name) {
            InputStream stream = Objects.requireNonNull(Nicknames.class.getResourceAsStream(name), "no list " + name);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the list " + name + " cannot be read", e);
            }
        }
    }
}
