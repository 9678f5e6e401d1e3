package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.hubspot.RecordJson.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records a hundred at a time.
 *
 * <p>A bad row of a create fails the whole batch unless every input carries its own {@code objectWriteTraceId}; then the
 * good rows are kept and the answer is 207. Rows of an update that do not exist are always reported alone. Source:
 * HubSpot guide, multi-status errors.
 */
final class BatchApi {

    private static final int MOST_INPUTS = 100;
    private static final int MOST_INPUTS_WITH_HISTORY = 50;

    private final Portal portal;
    private final Writer writer;
    private final RecordsApi records;
    private final RecordJson json;

    BatchApi(Portal portal, Writer writer, RecordsApi records, RecordJson json) {
        this.portal = portal;
        this.writer = writer;
        this.records = records;
        this.json = json;
    }

    Reply answer(ObjectType type, Request request) {
        if (!request.method().equals("POST")) {
            throw request.nowhere();
        }
        return switch (request.segment(2)) {
            case "read" -> read(type, request);
            case "create" -> create(type, inputs(request.body(List.of("inputs"))));
            case "update" -> update(type, inputs(request.body(List.of("inputs"))));
            case "upsert" -> upsert(type, inputs(request.body(List.of("inputs"))));
            case "archive" -> archive(type, inputs(request.body(List.of("inputs"))));
            default -> throw request.nowhere();
        };
    }

    static List<JsonNode> inputs(JsonNode body) {
        return inputs(body, MOST_INPUTS);
    }

    static List<JsonNode> inputs(JsonNode body, int most) {
        List<JsonNode> inputs = new ArrayList<>();
        body.path("inputs").forEach(inputs::add);
        if (inputs.isEmpty()) {
            throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [inputs]");
        }
        if (inputs.size() > most) {
            throw ApiError.invalid("The maximum number of inputs supported in a batch request is " + most
                    + ". The number of inputs provided in this request is " + inputs.size());
        }
        return inputs;
    }

    private Reply read(ObjectType type, Request request) {
        JsonNode body = request.body(List.of("inputs", "properties", "propertiesWithHistory", "idProperty"));
        String idProperty = body.path("idProperty").asText("hs_object_id");
        BatchAnswer answer = new BatchAnswer(portal, 200);
        List<String> missing = new ArrayList<>();
        int most = body.path("propertiesWithHistory").isEmpty() ? MOST_INPUTS : MOST_INPUTS_WITH_HISTORY;
        for (JsonNode input : inputs(body, most)) {
            String id = input.path("id").asText();
            Optional<CrmRecord> found = request.flag("archived")
                    ? portal.store(type).archived(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0)
                    : found(type, idProperty, id);
            found.ifPresentOrElse(record -> answer.add(json.render(record, Wanted.of(body))), () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            ApiError error = ApiError.missing("Could not get some " + type.loud()
                    + " objects, they may be deleted or not exist. Check that ids are valid.");
            missing.forEach(id -> error.context("ids", id));
            answer.fail(error.inBatch(""));
        }
        return answer.reply();
    }

    private Optional<CrmRecord> found(ObjectType type, String idProperty, String id) {
        try {
            return Optional.of(records.byUnique(type, idProperty, id));
        } catch (ApiError error) {
            if (error.status() == 404) {
                return Optional.empty();
            }
            throw error;
        }
    }

    private Reply create(ObjectType type, List<JsonNode> inputs) {
        BatchAnswer answer = new BatchAnswer(portal, 201);
        boolean traced = traced(inputs);
        List<CrmRecord> created = new ArrayList<>();
        for (JsonNode input : inputs) {
            try {
                Request.refuseOthers(input, List.of("properties", "associations", "objectWriteTraceId"));
                CrmRecord record = writer.create(type, Writer.properties(input), input.path("associations"), author());
                created.add(record);
                answer.add(withTrace(json.written(record), input));
            } catch (ApiError error) {
                if (!traced) {
                    created.forEach(record -> portal.store(type)
                            .remove(record.id(), portal.settings().now()));
                    throw error;
                }
                answer.fail(error.inBatch(trace(input)));
            }
        }
        return answer.reply();
    }

    private Reply update(ObjectType type, List<JsonNode> inputs) {
        refuseRepeated(inputs);
        boolean traced = traced(inputs);
        BatchAnswer answer = new BatchAnswer(portal, 200);
        List<CrmRecord> undo = new ArrayList<>();
        for (JsonNode input : inputs) {
            try {
                Request.refuseOthers(input, List.of("id", "idProperty", "properties", "objectWriteTraceId"));
                CrmRecord before = records.byUnique(
                        type,
                        input.path("idProperty").asText("hs_object_id"),
                        input.path("id").asText());
                CrmRecord after = writer.update(before, Writer.properties(input), author());
                undo.add(before);
                answer.add(withTrace(json.written(after), input));
            } catch (ApiError error) {
                if (!traced && error.status() != 404) {
                    rollBack(type, undo);
                    throw error;
                }
                answer.fail(error.inBatch(trace(input)));
            }
        }
        return answer.reply();
    }

    private void rollBack(ObjectType type, List<CrmRecord> undo) {
        undo.reversed()
                .forEach(before ->
                        portal.store(type).put(before, portal.settings().now()));
    }

    /** By e-mail all rows must pass, because HubSpot knows no partial upserts there. */
    private Reply upsert(ObjectType type, List<JsonNode> inputs) {
        refuseRepeated(inputs);
        String idProperty = inputs.getFirst().path("idProperty").asText();
        boolean mixed = inputs.stream()
                .anyMatch(input -> !input.path("idProperty").asText().equals(idProperty));
        if (mixed || !portal.properties(type).unique().contains(idProperty)) {
            throw ApiError.invalid("idProperty '" + idProperty + "' must be one unique property for all inputs");
        }
        BatchAnswer answer = new BatchAnswer(portal, 200);
        List<CrmRecord> undo = new ArrayList<>();
        List<CrmRecord> created = new ArrayList<>();
        for (JsonNode input : inputs) {
            try {
                Optional<CrmRecord> before =
                        portal.store(type).byUnique(idProperty, input.path("id").asText());
                CrmRecord after = upserted(type, before, input);
                before.ifPresentOrElse(undo::add, () -> created.add(after));
                answer.add(withTrace(json.written(after).put("new", before.isEmpty()), input));
            } catch (ApiError error) {
                if (idProperty.equals("email")) {
                    rollBack(type, undo);
                    created.forEach(record -> portal.store(type)
                            .remove(record.id(), portal.settings().now()));
                    throw error;
                }
                answer.fail(error.inBatch(trace(input)));
            }
        }
        return answer.reply();
    }

    private CrmRecord upserted(ObjectType type, Optional<CrmRecord> before, JsonNode input) {
        Request.refuseOthers(input, List.of("id", "idProperty", "properties", "objectWriteTraceId"));
        Map<String, String> properties = Writer.properties(input);
        properties.putIfAbsent(
                input.path("idProperty").asText(), input.path("id").asText());
        return before.map(record -> writer.update(record, properties, author()))
                .orElseGet(() -> writer.create(type, properties, input.path("associations"), author()));
    }

    private Reply archive(ObjectType type, List<JsonNode> inputs) {
        inputs.forEach(input -> portal.find(type, input.path("id").asText())
                .ifPresent(record -> writer.archive(record, portal.settings().now())));
        return Reply.empty(204);
    }

    private Author author() {
        return new Author(portal.settings().app(), portal.settings().now());
    }

    private static void refuseRepeated(List<JsonNode> inputs) {
        Set<String> seen = new HashSet<>();
        for (JsonNode input : inputs) {
            String id = input.path("id").asText();
            if (!seen.add(id)) {
                throw ApiError.invalid("Duplicate IDs found in batch input: [" + id + "]. IDs must be unique");
            }
        }
    }

    private static boolean traced(List<JsonNode> inputs) {
        Set<String> traces = new HashSet<>();
        inputs.forEach(input -> traces.add(trace(input)));
        return traces.size() == inputs.size() && !traces.contains("");
    }

    private static String trace(JsonNode input) {
        return input.path("objectWriteTraceId").asText();
    }

    private static ObjectNode withTrace(ObjectNode node, JsonNode input) {
        return trace(input).isEmpty() ? node : node.put("objectWriteTraceId", trace(input));
    }
}
