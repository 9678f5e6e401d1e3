package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Associations v4 of many pairs between two types: {@code associations/{from}/{to}/...}. */
final class AssociationBatchApi {

    private static final int MOST_CREATED = 2_000;
    private static final int MOST_READ = 1_000;
    private static final int MOST_ARCHIVED = 100;

    private final Portal portal;
    private final Writer writer;
    private final AssociationsApi single;

    AssociationBatchApi(Portal portal, Writer writer, AssociationsApi single) {
        this.portal = portal;
        this.writer = writer;
        this.single = single;
    }

    Reply answer(Request request) {
        ObjectType from = portal.required(request.segment(0));
        ObjectType to = portal.required(request.segment(1));
        String rest = String.join(
                "/",
                request.path()
                        .subList(
                                Math.min(2, request.path().size()),
                                request.path().size()));
        return switch (request.method() + " " + rest) {
            case "GET labels" -> labels(from, to);
            case "POST labels" -> createLabel(from, to, request.body());
            case "POST batch/read" -> read(from, to, request);
            case "POST batch/create" -> create(from, to, request);
            case "POST batch/associate/default" -> associate(from, to, request);
            case "POST batch/archive" -> archive(from, to, request);
            case "POST batch/labels/archive" -> archiveLabels(from, to, request);
            default -> throw request.nowhere();
        };
    }

    private Reply labels(ObjectType from, ObjectType to) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode results = node.putArray("results");
        portal.associations().types().between(from, to).forEach(type -> results.add(described(type)));
        return RecordsApi.ok(node);
    }

    private static ObjectNode described(AssociationType type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("category", type.category())
                .put("typeId", type.id())
                .put("label", type.label().isEmpty() ? null : type.label());
    }

    private Reply createLabel(ObjectType from, ObjectType to, JsonNode body) {
        String label = body.path("label").asText();
        if (label.isBlank() || body.path("name").asText().isBlank()) {
            throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [label, name]");
        }
        AssociationType there = portal.associations()
                .types()
                .createLabel(from, to, body.path("name").asText(), label);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("results").add(described(there)).add(described(there.reversed()));
        return RecordsApi.ok(node);
    }

    private Reply read(ObjectType from, ObjectType to, Request request) {
        BatchAnswer answer = new BatchAnswer(portal, 200);
        for (JsonNode input : BatchApi.inputs(request.body(), MOST_READ)) {
            String id = input.path("id").asText();
            Optional<CrmRecord> record = portal.find(from, id);
            List<JsonNode> ends = record.map(known -> single.ends(known, to)).orElse(List.of());
            if (ends.isEmpty()) {
                answer.fail(nothing(from, to, id));
            } else {
                answer.add(page(id, input.path("after").asText("0"), ends));
            }
        }
        return answer.reply();
    }

    /** One page of a record's associations; the next one is asked for with the id. Source: published OpenAPI texts. */
    private ObjectNode page(String id, String after, List<JsonNode> ends) {
        if (!after.matches("\\d{1,9}")) {
            throw ApiError.invalid("after is not a valid paging cursor: " + after);
        }
        int start = Integer.parseInt(after);
        int most = portal.settings().associationPage();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("from").put("id", id);
        ArrayNode page = node.putArray("to");
        ends.stream().skip(start).limit(most).forEach(page::add);
        if (ends.size() > start + most) {
            node.putObject("paging").putObject("next").put("after", Integer.toString(start + most));
        }
        return node;
    }

    private static ObjectNode nothing(ObjectType from, ObjectType to, String id) {
        String message = "No " + to.singular() + " is associated with " + from.singular() + " " + id + ".";
        return ApiError.missing(message)
                .context("fromObjectId", id)
                .context("fromObjectType", from.singular())
                .context("toObjectType", to.singular())
                .inBatch("")
                .put("subCategory", "crm.associations.NO_ASSOCIATIONS_FOUND");
    }

    private Reply create(ObjectType from, ObjectType to, Request request) {
        BatchAnswer answer = new BatchAnswer(portal, request.version().startsWith("2026-09") ? 200 : 201);
        for (JsonNode input : BatchApi.inputs(request.body(), MOST_CREATED)) {
            try {
                CrmRecord one = end(from, input.path("from"));
                CrmRecord other = end(to, input.path("to"));
                List<AssociationType> kinds = new ArrayList<>();
                input.path("types").forEach(spec -> kinds.add(writer.kind(from, to, spec)));
                if (kinds.isEmpty()) {
                    throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [types]");
                }
                portal.associations().label(one, other, kinds);
                answer.add(single.labelled(one, other));
            } catch (ApiError error) {
                answer.fail(error.inBatch(""));
            }
        }
        return answer.reply();
    }

    /** Source: an answer that HubSpot/hubspot-api-nodejs#646 quotes. */
    private CrmRecord end(ObjectType type, JsonNode named) {
        String id = named.path("id").asText();
        return portal.find(type, id)
                .orElseThrow(() -> ApiError.invalid("One or more associations are invalid")
                        .context("INVALID_OBJECT_IDS", type.loud() + "=" + id + " is not valid")
                        .context("objectId", id)
                        .context("objectType", type.loud()));
    }

    private Reply associate(ObjectType from, ObjectType to, Request request) {
        BatchAnswer answer = new BatchAnswer(portal, 200);
        for (JsonNode input : BatchApi.inputs(request.body(), MOST_CREATED)) {
            try {
                CrmRecord one = end(from, input.path("from"));
                CrmRecord other = end(to, input.path("to"));
                portal.associations().associate(one, other);
                single.both(one, other).forEach(answer::add);
            } catch (ApiError error) {
                answer.fail(error.inBatch(""));
            }
        }
        return answer.reply();
    }

    private Reply archive(ObjectType from, ObjectType to, Request request) {
        for (JsonNode input : BatchApi.inputs(request.body(), MOST_ARCHIVED)) {
            Optional<CrmRecord> one =
                    portal.find(from, input.path("from").path("id").asText());
            input.path("to")
                    .forEach(end -> one.ifPresent(
                            record -> portal.find(to, end.path("id").asText())
                                    .ifPresent(other -> portal.associations().unlink(record, other))));
        }
        return nothingMore(request);
    }

    /** v4 answers without a body, dated versions with an empty batch. Source: published OpenAPI texts. */
    private Reply nothingMore(Request request) {
        return request.version().equals("v4") ? Reply.empty(204) : new BatchAnswer(portal, 200).reply();
    }

    private Reply archiveLabels(ObjectType from, ObjectType to, Request request) {
        for (JsonNode input : BatchApi.inputs(request.body(), MOST_CREATED)) {
            CrmRecord one = portal.live(from, input.path("from").path("id").asText());
            CrmRecord other = portal.live(to, input.path("to").path("id").asText());
            input.path("types").forEach(spec -> portal.associations().remove(one, other, writer.kind(from, to, spec)));
        }
        return nothingMore(request);
    }
}
