package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.List;

/** {@code properties/{type}/groups}: under which headings properties stand. */
final class PropertyGroupsApi {

    private final PropertyCatalog catalog;

    PropertyGroupsApi(PropertyCatalog catalog) {
        this.catalog = catalog;
    }

    Reply answer(Request request) {
        return request.segment(2).isEmpty() ? collection(request) : one(request.segment(2), request);
    }

    private Reply collection(Request request) {
        if (request.method().equals("POST")) {
            return create(request.body(List.of("name", "label", "displayOrder")));
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode results = node.putArray("results");
        catalog.groups().forEach(name -> results.add(described(name)));
        return RecordsApi.ok(node);
    }

    private Reply create(JsonNode body) {
        for (String field : List.of("name", "label")) {
            if (body.path(field).asText().isBlank()) {
                throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [" + field + "]");
            }
        }
        String name = body.path("name").asText();
        if (catalog.groups().contains(name)) {
            throw ApiError.conflict("Property group '" + name + "' already exists");
        }
        catalog.label(name, body.path("label").asText());
        return Reply.json(201, described(name).toString());
    }

    private Reply one(String name, Request request) {
        if (!catalog.groups().contains(name)) {
            throw ApiError.missing("Property group '" + name + "' does not exist");
        }
        return switch (request.method()) {
            case "GET" -> RecordsApi.ok(described(name));
            case "PATCH" -> {
                JsonNode body = request.body(List.of("label", "displayOrder"));
                catalog.label(name, body.path("label").asText(catalog.groupLabel(name)));
                yield RecordsApi.ok(described(name));
            }
            case "DELETE" -> {
                refuseUsed(name);
                catalog.removeGroup(name);
                yield Reply.empty(204);
            }
            default -> throw request.nowhere();
        };
    }

    private void refuseUsed(String name) {
        boolean used = catalog.all().stream()
                .anyMatch(property -> property.group().equals(name) && !property.is(PropertyDefinition.Trait.ARCHIVED));
        if (used) {
            throw ApiError.invalid("Property group '" + name + "' still holds properties and cannot be archived");
        }
    }

    private ObjectNode described(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("label", catalog.groupLabel(name))
                .put("displayOrder", -1)
                .put("archived", false);
    }
}
