package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.deliver.Failure;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How columns are written in the JSON of a described service, and in the words of the record's scope. */
record RestBody(RestObject object) {

    /**
     * A record as it is sent.
     *
     * @param cleared the columns that are cleared by being named elsewhere
     */
    record Written(ObjectNode json, List<String> cleared) {}

    /** The columns alone. Known of the record is what it holds now, or what it is created with. */
    Written changes(RawFields columns, JsonNode known) {
        return laidOver(Json.object(), columns, known);
    }

    /** The whole record with the columns laid over it. */
    Written whole(RawFields columns, JsonNode present) {
        if (!(present.deepCopy() instanceof ObjectNode record)) {
            throw Trouble.of(Trouble.Kind.OUTAGE, "NO_RECORD", "the record could not be read before it is changed");
        }
        record.remove(object.writing().without());
        return laidOver(record, columns, present);
    }

    private Written laidOver(ObjectNode record, RawFields columns, JsonNode known) {
        TreeSet<String> cleared = new TreeSet<>();
        spoken(columns, known).forEach((path, text) -> {
            if (text.isEmpty() && object.writing().nulls().how().equals("parameter")) {
                cleared.add(path);
            } else {
                put(record, path, text);
            }
        });
        return new Written(record, List.copyOf(cleared));
    }

    private Map<String, Optional<String>> spoken(RawFields columns, JsonNode known) {
        Map<String, Optional<String>> spoken = new LinkedHashMap<>(columns.byName());
        object.scoped()
                .forEach((column, scoped) -> spoken.computeIfPresent(
                        column,
                        (any, word) -> word.map(some -> {
                            String scope =
                                    columns.text(scoped.by()).orElseGet(() -> RestShape.text(known, scoped.by()));
                            return said(column, scoped, scope, some);
                        })));
        object.currencies().forEach((column, currency) -> {
            if (spoken.containsKey(column)) {
                String present = RestShape.text(known, currency.by());
                if (present.isEmpty()) {
                    spoken.putIfAbsent(currency.by(), Optional.of(currency.is()));
                }
            }
        });
        return spoken;
    }

    /** Of several words that mean the same, the first is written. */
    private static String said(String column, RestObject.Scoped scoped, String scope, String common) {
        return scoped.words().getOrDefault(scope, Map.of()).entrySet().stream()
                .filter(word -> word.getValue().equals(common))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        Trouble.Kind.REFUSED,
                        new Failure(
                                "NO_WORD_IN_SCOPE",
                                "'" + common + "' has no word in " + scoped.by() + " '" + scope
                                        + "'; add it under scoped." + column + ".maps",
                                List.of(column),
                                ""),
                        Optional.empty()));
    }

    private void put(ObjectNode record, String path, Optional<String> text) {
        ObjectNode holder = record;
        String name = path;
        while (name.indexOf('.') > 0) {
            String first = name.substring(0, name.indexOf('.'));
            holder = holder.get(first) instanceof ObjectNode inner ? inner : holder.putObject(first);
            name = name.substring(name.indexOf('.') + 1);
        }
        if (text.isEmpty()) {
            clear(holder, name);
        } else if (object.forms().numbers().contains(path) && text.get().matches("-?\\d+(\\.\\d+)?")) {
            holder.put(name, new BigDecimal(text.get()));
        } else if (object.forms().flags().contains(path)) {
            holder.put(name, Boolean.parseBoolean(text.get()));
        } else if (object.forms().lists().contains(path) && list(text.get()) instanceof ArrayNode list) {
            holder.set(name, list);
        } else {
            holder.put(name, text.get());
        }
    }

    private void clear(ObjectNode holder, String name) {
        if (object.writing().nulls().how().equals("empty")) {
            holder.put(name, "");
        } else {
            holder.putNull(name);
        }
    }

    private static JsonNode list(String text) {
        try {
            return Json.read(text);
        } catch (Trouble notJson) {
            return Json.object();
        }
    }
}
