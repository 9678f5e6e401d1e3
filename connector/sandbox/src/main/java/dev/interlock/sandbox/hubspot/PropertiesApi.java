package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.hubspot.PropertyDefinition.Option;
import dev.interlock.sandbox.hubspot.PropertyDefinition.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The definitions of properties, and their groups. */
final class PropertiesApi {

    private final Portal portal;

    PropertiesApi(Portal portal) {
        this.portal = portal;
    }

    Reply answer(Request request) {
        ObjectType type = portal.required(request.segment(0));
        PropertyCatalog catalog = portal.properties(type);
        return switch (request.segment(1)) {
            case "" -> collection(catalog, request);
            case "groups" -> new PropertyGroupsApi(catalog).answer(request);
            case "batch" -> batch(catalog, request);
            default -> one(catalog, request);
        };
    }

    private Reply collection(PropertyCatalog catalog, Request request) {
        return switch (request.method()) {
            case "GET" -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode results = node.putArray("results");
                catalog.all().stream()
                        .filter(each -> each.is(Trait.ARCHIVED) == request.flag("archived"))
                        .forEach(each -> results.add(each.described()));
                yield RecordsApi.ok(node);
            }
            case "POST" ->
                Reply.json(201, create(catalog, request.body()).described().toString());
            default -> throw request.nowhere();
        };
    }

    private PropertyDefinition create(PropertyCatalog catalog, JsonNode body) {
        for (String field : List.of("name", "label", "type", "fieldType", "groupName")) {
            if (body.path(field).asText().isBlank()) {
                throw ApiError.invalid("Invalid input JSON: Some required fields were not set: [" + field + "]");
            }
        }
        PropertyDefinition definition =
                PropertyDefinition.from(body, "", Set.of(), portal.settings().now());
        if (!catalog.groups().contains(definition.group())) {
            throw ApiError.invalid("Property group '" + definition.group() + "' does not exist");
        }
        if (definition.type().equals("enumeration")
                && definition.options().isEmpty()
                && !definition.is(Trait.EXTERNAL_OPTIONS)) {
            throw ApiError.invalid("Property '" + definition.name() + "' of type enumeration needs options");
        }
        catalog.create(definition);
        return definition;
    }

    private Reply one(PropertyCatalog catalog, Request request) {
        PropertyDefinition definition = catalog.require(request.segment(1));
        return switch (request.method()) {
            case "GET" -> RecordsApi.ok(definition.described());
            case "PATCH" -> {
                PropertyDefinition changed = changed(definition, request.body());
                catalog.put(changed);
                yield RecordsApi.ok(changed.described());
            }
            case "DELETE" -> {
                refuseStandard(definition);
                catalog.put(definition.archived());
                yield Reply.empty(204);
            }
            default -> throw request.nowhere();
        };
    }

    private static void refuseStandard(PropertyDefinition definition) {
        if (definition.is(Trait.STANDARD)) {
            throw ApiError.invalid("Property '" + definition.name() + "' is defined by HubSpot and cannot be changed");
        }
    }

    private static PropertyDefinition changed(PropertyDefinition before, JsonNode body) {
        if (body.has("hasUniqueValue") && body.path("hasUniqueValue").asBoolean() != before.is(Trait.UNIQUE)) {
            throw ApiError.invalid("hasUniqueValue cannot be changed once a property exists");
        }
        if (body.has("label") || body.has("type") || body.has("fieldType")) {
            refuseStandard(before);
        }
        List<Option> options =
                body.has("options") ? PropertyDefinition.options(body.path("options")) : before.options();
        return new PropertyDefinition(
                before.name(),
                body.path("label").asText(before.label()),
                body.path("type").asText(before.type()),
                body.path("fieldType").asText(before.fieldType()),
                body.path("groupName").asText(before.group()),
                body.path("description").asText(before.description()),
                options,
                before.traits(),
                before.created());
    }

    private Reply batch(PropertyCatalog catalog, Request request) {
        List<JsonNode> inputs = BatchApi.inputs(request.body());
        BatchAnswer answer = new BatchAnswer(portal, request.segment(2).equals("create") ? 201 : 200);
        switch (request.segment(2)) {
            case "read" ->
                inputs.forEach(input -> catalog.find(input.path("name").asText())
                        .ifPresentOrElse(
                                each -> answer.add(each.described()),
                                () -> answer.fail(ApiError.missing("Property does not exist")
                                        .context("name", input.path("name").asText())
                                        .inBatch(""))));
            case "create" -> {
                List<PropertyDefinition> created = new ArrayList<>();
                inputs.forEach(input -> created.add(create(catalog, input)));
                created.forEach(each -> answer.add(each.described()));
            }
            case "archive" -> {
                List<PropertyDefinition> archived = inputs.stream()
                        .map(input -> catalog.require(input.path("name").asText()))
                        .toList();
                archived.forEach(PropertiesApi::refuseStandard);
                archived.forEach(each -> catalog.put(each.archived()));
                return Reply.empty(204);
            }
            default -> throw request.nowhere();
        }
        return answer.reply();
    }
}
