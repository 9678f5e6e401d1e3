package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a person does in the programme's user interface, and what a test sets. */
final class HumanDoor {

    private final Program program;
    private final Writing writing;
    private final Rendering rendering;

    HumanDoor(Program program, Writing writing, Rendering rendering) {
        this.program = program;
        this.writing = writing;
        this.rendering = rendering;
    }

    JsonNode act(String action, JsonNode asked) {
        try {
            return switch (action) {
                case "create" -> create(asked);
                case "edit" -> edit(asked);
                case "delete" -> archive(asked, true);
                case "restore", "undelete" -> archive(asked, false);
                case "declare" -> declare(asked);
                case "settings" -> settings(asked);
                default -> throw new IllegalArgumentException("PartnerStack knows no action '" + action + "'");
            };
        } catch (Refused refused) {
            throw new IllegalArgumentException(refused.reason(), refused);
        }
    }

    static Shape shape(String object) {
        return Shape.named(object)
                .orElseThrow(() -> new IllegalArgumentException("PartnerStack knows no object '" + object + "'"));
    }

    private JsonNode create(JsonNode asked) {
        Shape shape = shape(asked.path("object").asText());
        Body body = Body.read(program, shape, spread(shape, asked.path("fields")), Body.Occasion.HUMAN_CREATE);
        return rendering.render(
                shape, writing.create(shape, body, program.settings().now()));
    }

    private JsonNode edit(JsonNode asked) {
        Shape shape = shape(asked.path("object").asText());
        Item item = known(shape, asked);
        Body body = Body.read(program, shape, spread(shape, asked.path("fields")), Body.Occasion.HUMAN_EDIT);
        return rendering.render(
                shape, writing.change(shape, item, body, program.settings().now()));
    }

    private JsonNode archive(JsonNode asked, boolean state) {
        Shape shape = shape(asked.path("object").asText());
        Item item = known(shape, asked).archivedAs(state, program.settings().now());
        program.shelf(shape).put(item);
        return rendering.render(shape, item);
    }

    private Item known(Shape shape, JsonNode asked) {
        String id = asked.path("id").asText(asked.path("key").asText());
        return program.shelf(shape)
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("no " + shape.label() + " with key '" + id + "'"));
    }

    /** A person sees no difference between standard and form fields, so both may stand side by side. */
    private ObjectNode spread(Shape shape, JsonNode fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.properties().forEach(field -> {
            boolean form =
                    shape.rule(field.getKey()).isEmpty() && program.form(shape).containsKey(field.getKey());
            (form ? body.withObjectProperty("field_data") : body).set(field.getKey(), field.getValue());
        });
        return body;
    }

    private JsonNode declare(JsonNode asked) {
        Shape shape = shape(asked.path("object").asText());
        JsonNode fields = asked.has("properties") ? asked.path("properties") : asked.path("fields");
        fields.forEach(field -> program.declare(shape, FormField.from(field)));
        return JsonNodeFactory.instance.objectNode().put("declared", fields.size());
    }

    private JsonNode settings(JsonNode asked) {
        program.settings().change(asked);
        program.changeGroups(asked.path("groups"));
        return JsonNodeFactory.instance
                .objectNode()
                .put("now", program.settings().now());
    }
}
