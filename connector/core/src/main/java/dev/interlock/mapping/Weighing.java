package dev.interlock.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How records of a type are recognised whose keys recognise nobody: by weighing what their fields tell.
 *
 * @param fields which fields are weighed; what a field tells is empty where its type and its name say so
 * @param link the chance, between 0 and 1, from which on a record is linked by itself
 * @param review the chance from which on a person is asked
 * @param never fields that, told by both and different, rule it out
 */
public record Weighing(Map<String, Optional<Trait>> fields, double link, double review, List<String> never) {

    public static final double LINK = 0.99;
    public static final double REVIEW = 0.5;

    /** Nothing is weighed: records are recognised by their keys alone. */
    public static final Weighing NONE = new Weighing(Map.of(), LINK, REVIEW, List.of());

    public Weighing {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        never = List.copyOf(never);
    }

    public boolean isWanted() {
        return !fields.isEmpty();
    }

    /** All fields that have a say, in order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(fields.keySet());
        names.addAll(never);
        return names;
    }
}
