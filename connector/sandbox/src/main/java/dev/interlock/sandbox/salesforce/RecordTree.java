package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.salesforce.BodyReader.Writing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code composite/tree/X}: records with those that hang on them, 200 in all and five deep; one that is refused undoes all
 * (resources_composite_sobject_tree).
 */
final class RecordTree {

    private static final int MOST_RECORDS = 200;
    private static final int DEEPEST = 5;

    private final Org org;
    private final Changes changes;
    private final BodyReader reader;
    private final Set<String> references = new HashSet<>();
    private final ArrayNode made = Json.array();
    private final ArrayNode refused = Json.array();

    RecordTree(Org org) {
        this.org = org;
        this.changes = new Changes(org);
        this.reader = new BodyReader(org);
    }

    /** Where a record is to be made: its object, what it hangs on, and how deep. */
    private record Spot(Table table, Optional<Hanging> hanging, int depth) {}

    private record Hanging(Field link, String parent) {}

    Reply answer(Ask ask) {
        Table table = org.table(ask.part(2)).orElseThrow(Refusal::notFound);
        int start = org.journal().mark();
        makeAll(ask, Json.body(ask.call().text()).path("records"), new Spot(table, Optional.empty(), 1));
        ObjectNode answer = Json.object().put("hasErrors", !refused.isEmpty());
        if (refused.isEmpty()) {
            answer.set("results", made);
            return Json.reply(201, answer);
        }
        org.journal().rollBackTo(start);
        answer.set("results", refused);
        return Json.reply(400, answer);
    }

    private void makeAll(Ask ask, JsonNode records, Spot spot) {
        if (!records.isArray() || records.isEmpty()) {
            throw Refusal.of("INVALID_INPUT", "records must be a list of records");
        }
        if (spot.depth() > DEEPEST) {
            throw Refusal.of("INVALID_INPUT", "A tree has at most " + DEEPEST + " levels");
        }
        for (JsonNode each : records) {
            if (!(each instanceof ObjectNode record)) {
                throw Refusal.of("JSON_PARSER_ERROR", "records must be a list of objects");
            }
            make(ask, record, spot);
        }
    }

    private void make(Ask ask, ObjectNode record, Spot spot) {
        String reference = record.path("attributes").path("referenceId").asText("");
        String type = record.path("attributes").path("type").asText("");
        if (reference.isEmpty()
                || !references.add(reference)
                || !type.equalsIgnoreCase(spot.table().type().name())) {
            throw Refusal.of(
                    "INVALID_INPUT",
                    "Each record needs attributes with its type and a referenceId of its own: " + reference);
        }
        if (references.size() > MOST_RECORDS) {
            throw Refusal.of("INVALID_INPUT", "A tree has at most " + MOST_RECORDS + " records");
        }
        ObjectNode own = record.deepCopy();
        List<ChildRelation> below = ChildRelation.of(org, spot.table()).stream()
                .filter(relation -> !relation.name().isEmpty() && record.has(relation.name()))
                .toList();
        below.forEach(relation -> own.remove(relation.name()));
        Optional<String> id = inserted(ask, own, spot, reference);
        for (ChildRelation relation : below) {
            Hanging hanging = new Hanging(relation.link(), id.orElse(""));
            if (id.isPresent()) {
                makeAll(
                        ask,
                        record.path(relation.name()).path("records"),
                        new Spot(relation.child(), Optional.of(hanging), spot.depth() + 1));
            }
        }
    }

    private Optional<String> inserted(Ask ask, ObjectNode own, Spot spot, String reference) {
        try {
            Map<Field, Object> values =
                    reader.read(spot.table(), own, new Writing(ask.author(), Trait.CREATEABLE), Set.of());
            spot.hanging().ifPresent(hanging -> values.put(hanging.link(), hanging.parent()));
            String id = spot.table().id(changes.insert(spot.table(), values, ask.author()));
            made.addObject().put("referenceId", reference).put("id", id);
            return Optional.of(id);
        } catch (Refusal refusal) {
            ObjectNode result = refused.addObject().put("referenceId", reference);
            result.set("errors", Json.errors(refusal.problems(), "statusCode"));
            return Optional.empty();
        }
    }
}
