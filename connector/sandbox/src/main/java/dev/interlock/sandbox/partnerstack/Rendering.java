package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Records as the API shows them: every documented field, null where nothing is set. */
final class Rendering {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Program program;

    Rendering(Program program) {
        this.program = program;
    }

    ObjectNode render(Shape shape, Item item) {
        ObjectNode node = JSON.objectNode();
        node.put("key", item.key()).put("created_at", item.created()).put("updated_at", item.updated());
        for (FieldRule rule : shape.rules()) {
            JsonNode value = item.values().get(rule.name());
            node.set(rule.name(), value == null ? JSON.nullNode() : value);
        }
        switch (shape) {
            case PARTNERSHIPS -> partnership(node, item);
            case LEADS, CUSTOMERS -> partner(item).ifPresent(partner -> partnerKey(node, partner));
            case DEALS -> deal(node, item);
        }
        if (shape != Shape.CUSTOMERS) {
            form(shape, node, item);
        }
        return node;
    }

    private void partnership(ObjectNode node, Item item) {
        node.remove("group_key");
        node.remove("tier_key");
        node.remove("manager_email");
        node.remove("manager_name");
        node.remove("team_name");
        node.put("archived", item.archived()).put("joined_at", item.created());
        if (!item.values().containsKey("tags")) {
            node.putArray("tags");
        }
        node.set(
                "group",
                item.text("group_key")
                        .flatMap(program::group)
                        .map(Group::described)
                        .map(JsonNode.class::cast)
                        .orElseGet(JSON::nullNode));
        item.text("tier_key")
                .ifPresentOrElse(
                        tier -> node.putObject("tier").put("key", tier).put("name", program.tierName(tier)),
                        () -> node.putNull("tier"));
        item.text("manager_email")
                .ifPresentOrElse(
                        email -> node.putObject("manager")
                                .put("email", email)
                                .put("name", item.text("manager_name").orElse("")),
                        () -> node.putNull("manager"));
        node.set("team", team(item));
        node.putObject("stats");
    }

    private void deal(ObjectNode node, Item item) {
        Optional<Item> partner = partner(item);
        partner.ifPresent(known -> partnerKey(node, known));
        node.set("team", partner.<JsonNode>map(this::team).orElseGet(JSON::nullNode));
        node.set("team_member", partner.<JsonNode>map(this::teamMember).orElseGet(JSON::nullNode));
    }

    private static void partnerKey(ObjectNode node, Item partner) {
        node.put("partner_key", partner.text("partner_key").orElse(""));
    }

    private Optional<Item> partner(Item item) {
        return item.text(Writing.PARTNERSHIP).flatMap(program.shelf(Shape.PARTNERSHIPS)::find);
    }

    private ObjectNode team(Item partner) {
        String name = partner.text("team_name")
                .orElseGet(() -> Optional.ofNullable(partner.custom().get("company"))
                        .orElseGet(() -> (partner.text("first_name").orElse("") + " "
                                        + partner.text("last_name").orElse(""))
                                .strip()));
        return JSON.objectNode()
                .put("key", partner.key().replaceFirst("part_", "stck_"))
                .put("name", name)
                .put("created_at", partner.created())
                .put("updated_at", partner.created());
    }

    private ObjectNode teamMember(Item partner) {
        ObjectNode node = JSON.objectNode().put("key", partner.key().replaceFirst("part_", "memb_"));
        for (String field : new String[] {"email", "first_name", "last_name"}) {
            node.put(field, partner.text(field).orElse(null));
        }
        return node.put("created_at", partner.created()).put("updated_at", partner.created());
    }

    private void form(Shape shape, ObjectNode node, Item item) {
        ArrayNode fields = node.putArray("fields");
        ObjectNode data = node.putObject("field_data");
        ObjectNode meta = node.putObject("meta");
        int position = 0;
        for (Map.Entry<String, FormField> field : program.form(shape).entrySet()) {
            String value = item.custom().get(field.getKey());
            fields.add(field.getValue().described(position++).put("value", value));
            if (value != null) {
                data.put(field.getKey(), value);
                meta.put(field.getKey(), value);
            }
        }
    }
}
