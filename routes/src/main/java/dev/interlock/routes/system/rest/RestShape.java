package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import dev.interlock.routes.system.rest.RestDescription.RestObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a record of a described REST service looks, in and out. A column is a dotted path into the JSON. */
final class RestShape {

    private final SystemId system;
    private final RecordType type;
    private final RestObject object;

    RestShape(SystemId system, RecordType type, RestObject object) {
        this.system = system;
        this.type = type;
        this.object = object;
    }

    Observation observation(JsonNode record, Set<String> columns, Instant readAt) {
        boolean gone = !object.archived().isEmpty()
                && Json.at(record, object.archived()).asBoolean(false);
        Fate fate = gone ? new Fate.Gone(Fate.Evidence.REPORTED) : new Fate.Live();
        RecordKey key = new RecordKey(system, type, id(record));
        return new Observation(key, fate, Json.columns(record, columns), changedAt(record), readAt);
    }

    /** The record in an answer about one. */
    JsonNode item(JsonNode answer) {
        return object.item().isEmpty() ? answer : Json.at(answer, object.item());
    }

    /**
     * The record's id.
     *
     * @throws Trouble of kind NONSENSE if it has none
     */
    String id(JsonNode record) {
        String id = Json.at(record, object.id()).asText("");
        if (id.isEmpty()) {
            throw Trouble.of(Trouble.Kind.NONSENSE, "NO_ID", "a record of " + system + " has no " + object.id());
        }
        return id;
    }

    Instant changedAt(JsonNode record) {
        String stamp = Json.at(record, object.changed()).asText("");
        try {
            return switch (object.stamps()) {
                case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(stamp));
                case ISO -> Instant.parse(stamp);
            };
        } catch (DateTimeException | NumberFormatException broken) {
            throw Trouble.of(
                    Trouble.Kind.NONSENSE, "NO_STAMP", "a record of " + system + " has no " + object.changed());
        }
    }

    String stamp(Instant instant) {
        return switch (object.stamps()) {
            case EPOCH_MILLIS -> Long.toString(instant.toEpochMilli());
            case ISO -> instant.toString();
        };
    }

    ObjectNode body(RawFields columns) {
        ObjectNode body = Json.object();
        columns.byName().forEach((path, text) -> {
            ObjectNode holder = body;
            String name = path;
            while (name.indexOf('.') > 0) {
                holder = holder.withObject("/" + name.substring(0, name.indexOf('.')));
                name = name.substring(name.indexOf('.') + 1);
            }
            put(holder, name, path, text);
        });
        return body;
    }

    private void put(ObjectNode holder, String name, String path, Optional<String> text) {
        if (text.isEmpty()) {
            holder.putNull(name);
        } else if (object.numbers().contains(path) && text.get().matches("-?\\d+(\\.\\d+)?")) {
            holder.put(name, new BigDecimal(text.get()));
        } else if (object.flags().contains(path)) {
            holder.put(name, Boolean.parseBoolean(text.get()));
        } else {
            holder.put(name, text.get());
        }
    }
}
