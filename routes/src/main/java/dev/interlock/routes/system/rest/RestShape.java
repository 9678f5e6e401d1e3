package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a record of a described REST service looks as it comes in. A column is a dotted path into the JSON. */
record RestShape(SystemId system, RecordType type, RestObject object) {

    /** A record that must not leave the service is there all the same, and says nothing. */
    Observation observation(JsonNode record, Set<String> columns, Instant readAt) {
        boolean gone = !object.archived().isEmpty()
                && Json.at(record, object.archived()).asBoolean(false);
        Fate fate = gone ? new Fate.Gone(Fate.Evidence.REPORTED) : new Fate.Live();
        RecordKey key = new RecordKey(system, type, id(record));
        return new Observation(
                key, fate, columns(record, columns), stamp(record).orElse(readAt), readAt);
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
        if (id.isEmpty() || id.equals("null")) {
            throw Trouble.of(Trouble.Kind.NONSENSE, "NO_ID", "a record of " + system + " has no " + object.id());
        }
        return id;
    }

    /**
     * When the record changed last; empty if records of this object do not tell.
     *
     * @throws Trouble of kind NONSENSE if it ought to tell and does not
     */
    Optional<Instant> stamp(JsonNode record) {
        if (object.changed().isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> stamp =
                object.stamps().read(Json.at(record, object.changed()).asText(""));
        if (stamp.isEmpty()) {
            throw Trouble.of(
                    Trouble.Kind.NONSENSE, "NO_STAMP", "a record of " + system + " has no " + object.changed());
        }
        return stamp;
    }

    /** Whether the record as a whole must not leave the service. */
    boolean isHidden(JsonNode record) {
        return object.veils().stream()
                .anyMatch(veil -> veil.hidesAll() && veil.when().holds(record));
    }

    /** What may be told of a record, in the words that mappings know. What is held back is not mentioned. */
    RawFields columns(JsonNode record, Set<String> columns) {
        if (isHidden(record)) {
            return RawFields.NONE;
        }
        Set<String> open =
                columns.stream().filter(column -> !isHeldBack(record, column)).collect(Collectors.toSet());
        Map<String, Optional<String>> told =
                new LinkedHashMap<>(Json.columns(record, open).byName());
        object.scoped()
                .forEach((column, scoped) ->
                        told.computeIfPresent(column, (any, word) -> word.map(some -> heard(record, scoped, some))));
        object.currencies()
                .forEach((column, currency) -> told.computeIfPresent(
                        column, (any, amount) -> amount.map(some -> counted(record, currency, some))));
        return new RawFields(told);
    }

    private boolean isHeldBack(JsonNode record, String column) {
        return object.veils().stream()
                .anyMatch(veil -> veil.hides(column) && veil.when().holds(record));
    }

    /** A word that is not mapped in its scope is told with the scope, so that it cannot pass for another scope's word. */
    private static String heard(JsonNode record, RestObject.Scoped scoped, String word) {
        String scope = text(record, scoped.by());
        String common = scoped.words().getOrDefault(scope, Map.of()).get(word);
        return common == null ? (scope.isEmpty() ? "no " + scoped.by() : scope) + ": " + word : common;
    }

    /** An amount in another currency is told in a way that no lens takes for an amount, so that a person hears of it. */
    private static String counted(JsonNode record, RestObject.Currency currency, String amount) {
        String present = text(record, currency.by());
        return present.isEmpty() || present.equalsIgnoreCase(currency.is())
                ? amount
                : amount + " (" + present + " instead of " + currency.is() + ")";
    }

    static String text(JsonNode record, String path) {
        JsonNode value = Json.at(record, path);
        return value.isNull() ? "" : value.asText("");
    }
}
