package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.interlock.sandbox.partnerstack.FieldRule.Presence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a create or a patch says, checked field by field. A null means: clear.
 *
 * @param values the standard fields it names
 * @param custom the form fields it names; a null node clears
 */
record Body(Map<String, JsonNode> values, Map<String, JsonNode> custom) {

    /** Who writes, and with which verb. */
    enum Occasion {
        CREATE,
        PATCH,
        HUMAN_CREATE,
        HUMAN_EDIT
    }

    private static final Set<String> FORM_WAYS = Set.of("fields", "field_data", "meta");

    Body {
        values = new LinkedHashMap<>(values);
        custom = new LinkedHashMap<>(custom);
    }

    static Body read(Program program, Shape shape, JsonNode asked, Occasion occasion) {
        if (!asked.isObject()) {
            throw Refused.bad("Body must be a JSON object");
        }
        Body body = new Body(Map.of(), Map.of());
        for (Map.Entry<String, JsonNode> field : asked.properties()) {
            if (FORM_WAYS.contains(field.getKey())) {
                body.readForm(program.form(shape), field.getKey(), field.getValue());
            } else {
                body.values.put(field.getKey(), checked(program, shape, field, occasion));
            }
        }
        if (occasion == Occasion.CREATE || occasion == Occasion.HUMAN_CREATE) {
            body.requireAll(shape);
        }
        return body;
    }

    private static JsonNode checked(
            Program program, Shape shape, Map.Entry<String, JsonNode> field, Occasion occasion) {
        FieldRule rule = shape.rule(field.getKey())
                .orElseThrow(() -> Refused.bad("Unknown field '" + field.getKey() + "' on " + shape.plural()));
        Presence presence = switch (occasion) {
            case CREATE -> rule.onCreate();
            case PATCH ->
                shape == Shape.PARTNERSHIPS && program.settings().opensPatchOf(rule.name())
                        ? Presence.ALLOWED
                        : rule.onPatch();
            case HUMAN_CREATE, HUMAN_EDIT -> Presence.ALLOWED;
        };
        if (presence == Presence.REFUSED) {
            throw Refused.bad("Field '" + rule.name() + "' cannot be set here");
        }
        return field.getValue().isNull() ? cleared(rule, field.getValue()) : fitting(rule, field.getValue());
    }

    private static JsonNode cleared(FieldRule rule, JsonNode value) {
        if (rule.onCreate() == Presence.REQUIRED) {
            throw Refused.bad("Field '" + rule.name() + "' cannot be null");
        }
        return value;
    }

    private static JsonNode fitting(FieldRule rule, JsonNode value) {
        boolean fits = switch (rule.kind()) {
            case TEXT -> value.isTextual() && value.asText().length() <= rule.longest();
            case EMAIL ->
                value.isTextual()
                        && value.asText().length() <= rule.longest()
                        && value.asText().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            case CENTS -> value.isIntegralNumber() && value.canConvertToInt();
            case DAY -> value.isTextual() && isDay(value.asText());
            case FLAG -> value.isBoolean();
            case TEXTS -> value.isArray();
            case SOURCE -> List.of("partner", "vendor").contains(value.asText());
            case STATUS -> Program.LEAD_STATUSES.contains(value.asText());
        };
        if (!fits) {
            throw Refused.bad("Field '" + rule.name() + "' is invalid: " + wanted(rule));
        }
        return value;
    }

    private static String wanted(FieldRule rule) {
        return switch (rule.kind()) {
            case TEXT -> "a string of at most " + rule.longest() + " characters";
            case EMAIL -> "an email address of at most " + rule.longest() + " characters";
            case CENTS -> "a 32-bit integer, in cents";
            case DAY -> "a date as YYYY-MM-DD";
            case FLAG -> "true or false";
            case TEXTS -> "an array of strings";
            case SOURCE -> "'partner' or 'vendor'";
            case STATUS -> "one of " + Program.LEAD_STATUSES;
        };
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    private void readForm(Map<String, FormField> form, String way, JsonNode asked) {
        if (asked.isNull()) {
            return;
        }
        if (way.equals("fields")) {
            if (!asked.isArray()) {
                throw Refused.bad("Field 'fields' must be an array of objects");
            }
            for (JsonNode each : asked) {
                String name =
                        each.path("api_name").asText(each.path("internal_name").asText());
                readForm(form, Map.entry(name, each.path("value")));
            }
            return;
        }
        if (!asked.isObject()) {
            throw Refused.bad("Field '" + way + "' must be an object");
        }
        asked.properties().forEach(field -> readForm(form, field));
    }

    private void readForm(Map<String, FormField> form, Map.Entry<String, JsonNode> field) {
        FormField known = form.get(field.getKey());
        if (known == null) {
            throw Refused.bad("Unknown form field '" + field.getKey() + "'");
        }
        JsonNode value = field.getValue();
        boolean clears =
                value.isNull() || value.isMissingNode() || (value.asText().isEmpty() && !value.isContainerNode());
        custom.put(field.getKey(), clears ? NullNode.instance : TextNode.valueOf(known.accept(value)));
    }

    private void requireAll(Shape shape) {
        for (FieldRule rule : shape.rules()) {
            if (rule.onCreate() == Presence.REQUIRED && !values.containsKey(rule.name())) {
                throw Refused.bad("Missing required field '" + rule.name() + "'");
            }
        }
        if (shape == Shape.LEADS && !(custom.containsKey("first_name") && custom.containsKey("last_name"))) {
            throw Refused.bad("Missing required field 'meta': first_name and last_name are required");
        }
    }
}
