package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What belongs to the whole portal: owners, schemas of custom objects, account details. */
final class AccountApi {

    private final Portal portal;

    AccountApi(Portal portal) {
        this.portal = portal;
    }

    Reply owners(Request request) {
        if (!request.segment(0).isEmpty()) {
            boolean archived = request.flag("archived");
            return RecordsApi.ok(Optional.ofNullable(portal.owners().get(request.segment(0)))
                    .filter(owner -> owner.archived() == archived)
                    .orElseThrow(() -> ApiError.noRecord(request.segment(0)))
                    .described());
        }
        int limit = request.limit(100, 500);
        String after = request.query("after").orElse("");
        List<Owner> found = portal.owners().values().stream()
                .filter(owner -> owner.archived() == request.flag("archived"))
                .filter(owner -> request.query("email")
                        .filter(email -> !email.equalsIgnoreCase(owner.email()))
                        .isEmpty())
                .filter(owner -> after.isEmpty() || owner.id().compareTo(after) > 0)
                .toList();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode results = node.putArray("results");
        found.stream().limit(limit).forEach(owner -> results.add(owner.described()));
        if (found.size() > limit) {
            node.putObject("paging")
                    .putObject("next")
                    .put("after", found.get(limit - 1).id());
        }
        return RecordsApi.ok(node);
    }

    Reply schemas(Request request) {
        if (request.method().equals("POST")) {
            return Reply.json(201, schema(create(request.body())).toString());
        }
        if (!request.segment(0).isEmpty()) {
            return RecordsApi.ok(schema(portal.required(request.segment(0))));
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode results = node.putArray("results");
        portal.types().stream().filter(ObjectType::isCustom).forEach(type -> results.add(schema(type)));
        return RecordsApi.ok(node);
    }

    /** Makes a custom object of a schema: {@code name}, {@code requiredProperties}, {@code properties}. */
    ObjectType create(JsonNode body) {
        String name = body.path("name").asText();
        if (!name.matches("[a-z][a-z0-9_]{1,49}")) {
            throw ApiError.invalid("Object name '" + name + "' is not valid: lower case letters, digits, underscores");
        }
        List<String> required = new ArrayList<>();
        body.path("requiredProperties").forEach(each -> required.add(each.asText()));
        List<PropertyDefinition> properties = new ArrayList<>();
        long now = portal.settings().now();
        body.path("properties")
                .forEach(each -> properties.add(PropertyDefinition.from(each, "custominformation", Set.of(), now)));
        return portal.addCustom(name, required, properties);
    }

    private ObjectNode schema(ObjectType type) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", type.id().replaceFirst("^\\d-", ""))
                .put("name", type.name())
                .put("objectTypeId", type.id())
                .put("fullyQualifiedName", "p" + portal.settings().portalId() + "_" + type.name())
                .put("archived", false);
        type.required().forEach(node.putArray("requiredProperties")::add);
        ArrayNode properties = node.putArray("properties");
        portal.properties(type).all().forEach(each -> properties.add(each.described()));
        return node;
    }

    Reply account(Request request) {
        String what = String.join("/", request.path());
        return switch (what) {
            case "details" ->
                RecordsApi.ok(JsonNodeFactory.instance
                        .objectNode()
                        .put("portalId", portal.settings().portalId())
                        .put("accountType", "STANDARD")
                        .put("timeZone", portal.settings().zone().getId())
                        .put("companyCurrency", "USD")
                        .put("uiDomain", "app.hubspot.com")
                        .put("dataHostingLocation", "na1"));
            default -> throw request.nowhere();
        };
    }
}
