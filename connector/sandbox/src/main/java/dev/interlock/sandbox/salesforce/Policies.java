package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What administrators demand of records beyond their fields, by object and name of the rule. */
final class Policies {

    private final Map<ObjectType, Map<String, ValidationRule>> validation = new LinkedHashMap<>();
    private final Map<ObjectType, Map<String, DuplicateRule>> duplicates = new LinkedHashMap<>();

    /** Puts a rule in force, in place of the one with the same name. */
    void enforce(ObjectType type, ValidationRule rule) {
        validation.computeIfAbsent(type, any -> new LinkedHashMap<>()).put(rule.name(), rule);
    }

    void enforce(ObjectType type, DuplicateRule rule) {
        duplicates.computeIfAbsent(type, any -> new LinkedHashMap<>()).put(rule.name(), rule);
    }

    /** Ends a rule, of whichever kind. */
    void end(ObjectType type, String name) {
        boolean was = validation.getOrDefault(type, new LinkedHashMap<>()).remove(name) != null
                | duplicates.getOrDefault(type, new LinkedHashMap<>()).remove(name) != null;
        if (!was) {
            throw new IllegalArgumentException("there is no rule " + name + " on " + type.name());
        }
    }

    void clear() {
        validation.clear();
        duplicates.clear();
    }

    /**
     * What speaks against saving a record. All validation rules are tried; duplicate rules come after them (order of
     * execution, Apex developer guide).
     *
     * @param before the record as it stands, or empty for a new one
     * @param given what is written
     */
    List<Problem> problems(Table table, Optional<Row> before, Map<Field, Object> given, Author author) {
        if (author.access() == Author.Access.LOADER) {
            return List.of();
        }
        Map<Field, Object> whole = new LinkedHashMap<>();
        before.ifPresent(row -> table.type().fields().stream()
                .filter(Field::stored)
                .forEach(field -> whole.put(field, row.written(field))));
        whole.putAll(given);
        List<Problem> problems = new ArrayList<>();
        validation
                .getOrDefault(table.type(), Map.of())
                .values()
                .forEach(rule -> rule.problem(whole).ifPresent(problems::add));
        if (problems.isEmpty()) {
            duplicates.getOrDefault(table.type(), Map.of()).values().stream()
                    .flatMap(rule -> rule.problem(table, before, whole, author).stream())
                    .findFirst()
                    .ifPresent(problems::add);
        }
        return problems;
    }
}
