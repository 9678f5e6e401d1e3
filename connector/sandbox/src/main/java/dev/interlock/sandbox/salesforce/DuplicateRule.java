package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator takes for the same thing: a record that equals another in all of these fields is refused. Where the
 * action is alert, whoever asks for it with {@code Sforce-Duplicate-Rule-Header: allowSave=true} may save it all the same.
 */
record DuplicateRule(String name, List<Field> matching, Action action) {

    private static final String WORDS = "Use one of these records?";

    DuplicateRule {
        matching = List.copyOf(matching);
    }

    /** What the rule does. */
    enum Action {
        BLOCK,
        ALERT
    }

    /** Reads {@code {name, match: [fields], action: block|alert}}. */
    static DuplicateRule read(ObjectType type, JsonNode given) {
        List<Field> matching = new ArrayList<>();
        for (JsonNode each : given.path("match")) {
            matching.add(type.field(each.asText())
                    .filter(Field::stored)
                    .orElseThrow(() ->
                            new IllegalArgumentException("there is no field " + each.asText() + " on " + type.name())));
        }
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("a duplicate rule needs fields under 'match'");
        }
        Action action = switch (given.path("action").asText("block")) {
            case "block" -> Action.BLOCK;
            case "alert" -> Action.ALERT;
            default -> throw new IllegalArgumentException("a duplicate rule has the action 'block' or 'alert'");
        };
        return new DuplicateRule(given.path("name").asText(), matching, action);
    }

    /** What is answered when other living records hold the same values; a blank equals nothing. */
    Optional<Problem> problem(Table table, Optional<Row> before, Map<Field, Object> record, Author author) {
        boolean overruled = action == Action.ALERT && author.alerts() == Author.Alerts.OVERRULED;
        if (overruled || matching.stream().anyMatch(field -> record.getOrDefault(field, Blank.BLANK) == Blank.BLANK)) {
            return Optional.empty();
        }
        int self = before.map(Row::number).orElse(0);
        List<String> same = table.all()
                .filter(other -> other.live() && other.number() != self && sameAs(other, record))
                .map(table::id)
                .toList();
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem("DUPLICATES_DETECTED", WORDS, List.of(), Optional.of(result(table.type(), same))));
    }

    private boolean sameAs(Row other, Map<Field, Object> record) {
        return matching.stream()
                .allMatch(field ->
                        field.key(other.written(field)).equals(field.key(record.getOrDefault(field, Blank.BLANK))));
    }

    /** Without {@code includeRecordDetails}, of each record its id alone. */
    private ObjectNode result(ObjectType type, List<String> same) {
        ObjectNode result = Json.object();
        result.put("allowSave", action == Action.ALERT);
        result.put("duplicateRule", name);
        result.put("duplicateRuleEntityType", type.name());
        result.put("errorMessage", WORDS);
        ObjectNode match = result.putArray("matchResults").addObject();
        match.put("entityType", type.name());
        match.putArray("errors");
        match.put("matchEngine", "ExactMatchEngine");
        for (String id : same) {
            ObjectNode one = match.withArrayProperty("matchRecords").addObject();
            one.putArray("additionalInformation");
            one.putArray("fieldDiffs");
            one.put("matchConfidence", 100.0);
            ObjectNode record = one.putObject("record");
            record.putObject("attributes").put("type", type.name());
            record.put("Id", id);
        }
        match.put("rule", name + "_Match");
        match.put("size", same.size());
        match.put("success", true);
        return result;
    }
}
