package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.hubspot.AssociationType.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Associations v4 of one record, below {@code objects/{type}/{id}/associations}. */
final class AssociationsApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST_PAGE = 500;

    private final Portal portal;
    private final Writer writer;

    AssociationsApi(Portal portal, Writer writer) {
        this.portal = portal;
        this.writer = writer;
    }

    Reply answer(ObjectType from, Request request) {
        String id = request.segment(1);
        boolean usual = request.segment(3).equals("default") && request.method().equals("PUT");
        ObjectType to = portal.required(request.segment(usual ? 4 : 3));
        String toId = request.segment(usual ? 5 : 4);
        CrmRecord record = portal.live(from, id);
        return switch (request.method()) {
            case "GET" -> list(record, to, request);
            case "PUT" -> {
                CrmRecord target = portal.live(to, toId);
                yield usual ? associate(record, target) : label(record, target, request.body());
            }
            case "DELETE" -> {
                portal.find(to, toId).ifPresent(target -> portal.associations().unlink(record, target));
                yield Reply.empty(204);
            }
            default -> throw request.nowhere();
        };
    }

    private Reply list(CrmRecord record, ObjectType to, Request request) {
        int limit = request.limit(LARGEST_PAGE, LARGEST_PAGE);
        int after = Integer.parseInt(
                request.query("after").filter(text -> text.matches("\\d{1,9}")).orElse("0"));
        ObjectNode node = JSON.objectNode();
        ArrayNode results = node.putArray("results");
        List<JsonNode> all = ends(record, to);
        all.stream().skip(after).limit(limit).forEach(results::add);
        if (all.size() > after + limit) {
            node.putObject("paging").putObject("next").put("after", Integer.toString(after + limit));
        }
        return RecordsApi.ok(node);
    }

    /** {@code [{toObjectId, associationTypes: [{category, typeId, label}]}]}; ids are JSON integers here. */
    List<JsonNode> ends(CrmRecord record, ObjectType to) {
        List<JsonNode> ends = new ArrayList<>();
        portal.associations().of(record, to).forEach((id, ids) -> {
            ObjectNode end = JSON.objectNode().put("toObjectId", id);
            ArrayNode types = end.putArray("associationTypes");
            ids.forEach(typeId -> portal.associations()
                    .types()
                    .byId(typeId)
                    .ifPresent(type -> types.addObject()
                            .put("category", type.category())
                            .put("typeId", type.id())
                            .put("label", type.label().isEmpty() ? null : type.label())));
            ends.add(end);
        });
        return ends;
    }

    private Reply associate(CrmRecord from, CrmRecord to) {
        portal.associations().associate(from, to);
        BatchAnswer answer = new BatchAnswer(portal, 200);
        both(from, to).forEach(answer::add);
        return answer.reply();
    }

    /** The plain association in both directions, as HubSpot answers it. */
    List<JsonNode> both(CrmRecord from, CrmRecord to) {
        AssociationType plain = portal.associations().types().plain(from.type(), to.type());
        return List.of(direction(from, to, plain.id()), direction(to, from, plain.back()));
    }

    private static JsonNode direction(CrmRecord from, CrmRecord to, int typeId) {
        ObjectNode node = JSON.objectNode();
        node.putObject("from").put("id", Long.toString(from.id()));
        node.putObject("to").put("id", Long.toString(to.id()));
        node.putObject("associationSpec")
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", typeId);
        return node;
    }

    private Reply label(CrmRecord from, CrmRecord to, JsonNode specs) {
        List<AssociationType> kinds = new ArrayList<>();
        specs.forEach(spec -> kinds.add(writer.kind(from.type(), to.type(), spec)));
        if (kinds.isEmpty()) {
            throw ApiError.invalid("Invalid input JSON: at least one association type is required");
        }
        portal.associations().label(from, to, kinds);
        return Reply.json(201, labelled(from, to).toString());
    }

    /** A pair with the labels it has now. */
    ObjectNode labelled(CrmRecord from, CrmRecord to) {
        ObjectNode node = JSON.objectNode()
                .put("fromObjectTypeId", from.type().id())
                .put("fromObjectId", from.id())
                .put("toObjectTypeId", to.type().id())
                .put("toObjectId", to.id());
        ArrayNode labels = node.putArray("labels");
        Map<Long, Set<Integer>> links = portal.associations().of(from, to.type());
        links.getOrDefault(to.id(), Set.of())
                .forEach(typeId -> portal.associations()
                        .types()
                        .byId(typeId)
                        .filter(type -> type.role() == Role.LABEL || type.role() == Role.NAMED)
                        .ifPresent(type -> labels.add(type.label())));
        return node;
    }
}
