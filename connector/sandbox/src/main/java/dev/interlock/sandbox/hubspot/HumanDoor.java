package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person does in HubSpot's own pages, and what a test sets. */
final class HumanDoor {

    private static final long USUAL_USER = 78_001;

    private final Portal portal;
    private final Writer writer;
    private final RecordJson json;
    private final AccountApi account;

    HumanDoor(Portal portal, Writer writer, RecordJson json, AccountApi account) {
        this.portal = portal;
        this.writer = writer;
        this.json = json;
        this.account = account;
    }

    JsonNode act(String action, JsonNode asked) {
        try {
            return switch (action) {
                case "create" -> create(asked);
                case "edit" -> json.written(writer.update(record(asked, "id"), fields(asked), author(asked)));
                case "delete" -> {
                    writer.archive(record(asked, "id"), now());
                    yield done();
                }
                case "undelete", "restore" -> json.written(writer.restore(archived(asked), now()));
                case "merge" ->
                    json.written(writer.merge(record(asked, "winner"), record(asked, "loser"), author(asked)));
                case "erase" -> {
                    writer.erase(record(asked, "id"));
                    yield done();
                }
                case "associate" -> associate(asked);
                case "part" -> part(asked);
                case "label" -> label(asked);
                case "archiveOwner" -> archiveOwner(asked);
                case "declare" -> declare(asked);
                case "settings" -> {
                    portal.settings().change(asked);
                    yield done();
                }
                default -> throw new IllegalArgumentException("HubSpot knows no action '" + action + "'");
            };
        } catch (ApiError error) {
            throw new IllegalArgumentException(error.reason(), error);
        }
    }

    private JsonNode create(JsonNode asked) {
        return json.written(writer.create(type(asked), fields(asked), asked.path("associations"), author(asked)));
    }

    /** Without a label, or with one that takes its place beside those the pair has. */
    private JsonNode associate(JsonNode asked) {
        CrmRecord from = record(asked, "id");
        CrmRecord to = otherEnd(asked);
        String label = asked.path("label").asText();
        if (label.isEmpty()) {
            portal.associations().associate(from, to);
        } else {
            AssociationType type = portal.associations().types().between(from.type(), to.type()).stream()
                    .filter(each -> each.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no association label '" + label + "'"));
            portal.associations().add(from, to, type);
        }
        return done();
    }

    private JsonNode part(JsonNode asked) {
        portal.associations().unlink(record(asked, "id"), otherEnd(asked));
        return done();
    }

    /** A label that an administrator makes, in both directions. */
    private JsonNode label(JsonNode asked) {
        AssociationType made = portal.associations()
                .types()
                .createLabel(
                        type(asked),
                        portal.required(asked.path("toObject").asText()),
                        asked.path("label").asText(),
                        asked.path("label").asText());
        return JsonNodeFactory.instance.objectNode().put("typeId", made.id());
    }

    private CrmRecord otherEnd(JsonNode asked) {
        return portal.live(
                portal.required(asked.path("toObject").asText()),
                asked.path("toId").asText());
    }

    private JsonNode archiveOwner(JsonNode asked) {
        String id = asked.path("id").asText();
        Owner owner = Optional.ofNullable(portal.owners().get(id))
                .orElseThrow(() -> new IllegalArgumentException("no owner '" + id + "'"));
        portal.owner(owner.archivedAs(true));
        return done();
    }

    /** New properties; and a new custom object when the name is not known yet. */
    private JsonNode declare(JsonNode asked) {
        String name = asked.path("object").asText();
        JsonNode properties = asked.has("properties") ? asked.path("properties") : asked.path("fields");
        ObjectType type = portal.type(name)
                .orElseGet(() ->
                        account.create(JsonNodeFactory.instance.objectNode().put("name", name)));
        PropertyCatalog catalog = portal.properties(type);
        for (JsonNode each : properties) {
            JsonNode definition =
                    each.isTextual() ? JsonNodeFactory.instance.objectNode().put("name", each.asText()) : each;
            catalog.create(PropertyDefinition.from(definition, catalog.usualGroup(), Set.of(), now()));
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("objectTypeId", type.id())
                .put("declared", properties.size());
    }

    private ObjectType type(JsonNode asked) {
        return portal.required(asked.path("object").asText());
    }

    private CrmRecord record(JsonNode asked, String field) {
        String id = asked.path(field).asText();
        return portal.find(type(asked), id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no living record '" + id + "' in " + type(asked).name()));
    }

    private CrmRecord archived(JsonNode asked) {
        return portal.store(type(asked))
                .archived(asked.path("id").asLong())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no archived record '" + asked.path("id").asText() + "'"));
    }

    private static Map<String, String> fields(JsonNode asked) {
        Map<String, String> fields = new LinkedHashMap<>();
        asked.path("fields")
                .properties()
                .forEach(each -> fields.put(
                        each.getKey(),
                        each.getValue().isNull() ? "" : each.getValue().asText()));
        return fields;
    }

    private Author author(JsonNode asked) {
        return new Author(Source.user(asked.path("userId").asLong(USUAL_USER)), now());
    }

    private long now() {
        return portal.settings().now();
    }

    private static JsonNode done() {
        return JsonNodeFactory.instance.objectNode().put("done", true);
    }
}
