package dev.interlock.mapping;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One record type as an admin described it: its fields, where it lives, and by which keys its records are recognised.
 *
 * @param fields by name, in the order of the file
 * @param places by system
 * @param keys each a list of field names that together identify a record when all of them are equal in match form
 * @param weighing how those are recognised whose keys recognise nobody
 * @param registration by which rules it is decided whose deal such a record is
 */
public record RecordMapping(
        RecordType type,
        Map<String, Field> fields,
        Map<SystemId, Place> places,
        List<List<String>> keys,
        Weighing weighing,
        Optional<DealRules> registration) {

    public RecordMapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        keys = keys.stream().map(List::copyOf).toList();
    }

    /** A record type that nobody registers. */
    public RecordMapping(
            RecordType type,
            Map<String, Field> fields,
            Map<SystemId, Place> places,
            List<List<String>> keys,
            Weighing weighing) {
        this(type, fields, places, keys, weighing, Optional.empty());
    }

    /** A record type whose records are recognised by keys alone. */
    public RecordMapping(
            RecordType type, Map<String, Field> fields, Map<SystemId, Place> places, List<List<String>> keys) {
        this(type, fields, places, keys, Weighing.NONE);
    }

    public Optional<Place> place(SystemId system) {
        return Optional.ofNullable(places.get(system));
    }

    /** Every column of a system that any lens reads, and that of our external key. */
    public Set<String> columns(SystemId system) {
        Set<String> columns = new LinkedHashSet<>();
        fields.values()
                .forEach(field -> field.in(system)
                        .filter(Binding::isRead)
                        .ifPresent(binding -> columns.addAll(binding.lens().columns())));
        place(system).flatMap(Place::keyColumn).ifPresent(columns::add);
        return columns;
    }

    /** The rules by which columns of a system are read and written, each with its place; none for columns nobody maps. */
    public List<String> rules(SystemId system, Collection<String> columns) {
        List<String> rules = new ArrayList<>();
        for (Field field : fields.values()) {
            field.in(system)
                    .filter(binding -> !Collections.disjoint(binding.lens().columns(), columns))
                    .ifPresent(binding -> rules.add(rule(field, binding)));
        }
        return rules;
    }

    /** The rules by which these fields are read and written in a system. */
    public List<String> rulesOf(SystemId system, Collection<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
                .flatMap(field -> field.in(system).map(binding -> rule(field, binding)).stream())
                .toList();
    }

    private static String rule(Field field, Binding binding) {
        return field.name() + " at " + binding.at().file() + ":" + binding.at().line() + ":"
                + binding.at().column();
    }

    public Set<SystemId> systems() {
        return places.keySet();
    }

    /** The record types that records of this type point at. */
    public Set<RecordType> parents() {
        Set<RecordType> parents = new TreeSet<>();
        fields.values().forEach(field -> field.refersTo().ifPresent(parents::add));
        return parents;
    }
}
