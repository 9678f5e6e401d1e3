package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that the vendor added to a form, asked of partners beyond the standard fields.
 *
 * @param apiName the name used in bodies
 * @param name the name people see
 * @param type input, number, date, checkbox or picklist
 * @param options the values of a picklist
 */
record FormField(String apiName, String name, String type, List<String> options) {

    FormField {
        options = List.copyOf(options);
        if (!List.of("input", "number", "date", "checkbox", "picklist").contains(type)) {
            throw new IllegalArgumentException("form field '" + apiName + "': no such type: " + type);
        }
    }

    static FormField input(String apiName) {
        String spaced = apiName.replace('_', ' ');
        return new FormField(
                apiName, Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1), "input", List.of());
    }

    static FormField from(JsonNode asked) {
        if (asked.isTextual()) {
            return input(asked.asText());
        }
        FormField plain = input(asked.path("name").asText(asked.path("api_name").asText()));
        List<String> options = new ArrayList<>();
        asked.path("options").forEach(option -> options.add(option.path("value").asText(option.asText())));
        return new FormField(
                plain.apiName,
                asked.path("label").asText(plain.name),
                options.isEmpty() ? asked.path("type").asText("input") : "picklist",
                options);
    }

    /** The value to store. */
    String accept(JsonNode value) {
        if (value.isContainerNode()) {
            throw Refused.bad("Field '" + apiName + "' takes a single value");
        }
        String text = value.asText();
        boolean fits = switch (type) {
            case "number" -> text.matches("-?\\d+(\\.\\d+)?");
            case "date" -> isDay(text);
            case "checkbox" -> text.equals("true") || text.equals("false");
            case "picklist" -> options.contains(text);
            default -> true;
        };
        if (!fits) {
            throw Refused.bad("Field '" + apiName + "' of type " + type + " does not take '" + text + "'");
        }
        return text;
    }

    private static boolean isDay(String text) {
        try {
            return !LocalDate.parse(text).toString().isEmpty();
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    ObjectNode described(int position) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("api_name", apiName)
                .put("internal_name", apiName)
                .put("name", name)
                .put("type", type)
                .put("position", position)
                .put("required", false)
                .put("hidden", false);
    }
}
