package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.routes.system.ColumnFacts;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.MappingCheck;
import dev.interlock.routes.system.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds a mapping, and the words per scope, against the values that the service says are legal. */
record RestCheck(Rest rest, RecordMapping mapping) {

    /** One sentence per problem. Costs a call for each column whose values are listed. */
    List<String> problems(RestObject object, String name) {
        List<String> problems = new ArrayList<>();
        Map<String, ColumnFacts> facts = new LinkedHashMap<>();
        for (String column : columns()) {
            Set<String> words = new LinkedHashSet<>();
            RestObject.Scoped scoped = object.scoped().get(column);
            if (scoped != null) {
                scoped.words().values().forEach(map -> words.addAll(map.values()));
            }
            RestObject.Choices choices = object.choices().get(column);
            if (choices != null) {
                Map<String, Set<String>> legal = legal(choices);
                if (scoped == null) {
                    legal.values().forEach(words::addAll);
                } else {
                    problems.addAll(unlike(name + "." + column, scoped, legal));
                }
            }
            facts.put(column, new ColumnFacts(ColumnFacts.Holds.TEXT, 0, List.copyOf(words), true));
        }
        problems.addAll(MappingCheck.check(mapping, rest.id(), name, facts));
        return problems;
    }

    private Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        for (Field field : mapping.fields().values()) {
            field.in(rest.id())
                    .ifPresent(binding -> columns.addAll(binding.lens().columns()));
        }
        return columns;
    }

    /** By scope; a blank scope stands for all. */
    private Map<String, Set<String>> legal(RestObject.Choices choices) {
        JsonNode answer = rest.call(
                        Errand.reading(mapping.type()), Rest.Request.get(choices.path(), choices.parameters()))
                .body();
        JsonNode items = choices.items().equals(".") ? answer : Json.at(answer, choices.items());
        if (!items.isArray()) {
            throw Trouble.of(
                    Trouble.Kind.NONSENSE,
                    "NO_CHOICES",
                    "the answer of " + rest.id() + " has no list of legal values at " + choices.items());
        }
        Map<String, Set<String>> legal = new TreeMap<>();
        for (JsonNode item : items) {
            String scope = choices.scope().isEmpty() ? "" : RestShape.text(item, choices.scope());
            String value = item.isValueNode() ? item.asText() : RestShape.text(item, choices.value());
            legal.computeIfAbsent(scope, any -> new TreeSet<>()).add(value);
        }
        return legal;
    }

    private static List<String> unlike(String column, RestObject.Scoped scoped, Map<String, Set<String>> legal) {
        List<String> problems = new ArrayList<>();
        Set<String> everywhere = legal.getOrDefault("", Set.of());
        legal.keySet().stream()
                .filter(scope -> !scope.isEmpty() && !scoped.words().containsKey(scope))
                .forEach(scope -> problems.add(column + ": " + scoped.by() + " '" + scope
                        + "' has no map; its values are " + legal.get(scope)));
        new TreeMap<>(scoped.words()).forEach((scope, words) -> {
            Set<String> there = new TreeSet<>(everywhere);
            there.addAll(legal.getOrDefault(scope, Set.of()));
            Set<String> unmapped = new TreeSet<>(there);
            unmapped.removeAll(words.keySet());
            Set<String> illegal = new TreeSet<>(words.keySet());
            illegal.removeAll(there);
            if (!unmapped.isEmpty()) {
                problems.add(
                        column + ": " + scoped.by() + " '" + scope + "' has values that are not mapped: " + unmapped);
            }
            if (!illegal.isEmpty()) {
                problems.add(column + ": " + scoped.by() + " '" + scope + "' does not have what is mapped there: "
                        + illegal);
            }
        });
        return problems;
    }
}
