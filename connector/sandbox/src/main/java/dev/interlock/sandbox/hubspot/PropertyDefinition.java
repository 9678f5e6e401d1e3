package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a property is and takes.
 *
 * @param type string, number, date, datetime, enumeration or bool
 * @param traits what is special about it
 * @param created epoch ms; 0 for HubSpot's own
 */
record PropertyDefinition(
        String name,
        String label,
        String type,
        String fieldType,
        String group,
        String description,
        List<Option> options,
        Set<Trait> traits,
        long created) {

    /** One choice of an enumeration: people see the label, the API speaks the value. */
    record Option(String value, String label) {}

    /** What can be special about a property. */
    enum Trait {
        /** HubSpot's own, not the customer's. */
        STANDARD,
        READ_ONLY,
        CALCULATED,
        UNIQUE,
        /** Its options live elsewhere: owners, pipelines, records. */
        EXTERNAL_OPTIONS,
        ARCHIVED
    }

    private static final Map<String, Set<String>> FIELD_TYPES = Map.of(
            "string", Set.of("text", "textarea", "phonenumber", "html", "file", "calculation_equation"),
            "number", Set.of("number", "calculation_equation"),
            "date", Set.of("date"),
            "datetime", Set.of("date"),
            "enumeration", Set.of("select", "radio", "checkbox", "booleancheckbox", "calculation_equation"),
            "bool", Set.of("booleancheckbox", "calculation_equation"));

    private static final List<Option> YES_NO = List.of(new Option("true", "Yes"), new Option("false", "No"));

    PropertyDefinition {
        options = List.copyOf(options);
        traits = Set.copyOf(traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean takesSeveral() {
        return type.equals("enumeration") && fieldType.equals("checkbox");
    }

    /**
     * Reads a definition as a caller sends it, or as our own files hold it.
     *
     * @throws ApiError when it could not be a property
     */
    static PropertyDefinition from(JsonNode asked, String usualGroup, Set<Trait> given, long created) {
        String name = asked.path("name").asText();
        String type = asked.path("type").asText("string");
        String fieldType = asked.path("fieldType").asText(usualFieldType(type));
        if (!name.matches("[a-z][a-z0-9_]{0,99}")) {
            throw ApiError.invalid(
                    "Property name '" + name + "' is not valid: lower case letters, digits, underscores");
        }
        if (!FIELD_TYPES.getOrDefault(type, Set.of()).contains(fieldType)) {
            throw ApiError.invalid("fieldType '" + fieldType + "' is not possible for type '" + type + "'");
        }
        List<Option> options = options(asked.path("options"));
        return new PropertyDefinition(
                name,
                asked.path("label").asText(name),
                type,
                fieldType,
                asked.path("groupName").asText(usualGroup),
                asked.path("description").asText(),
                type.equals("bool") && options.isEmpty() ? YES_NO : options,
                traits(asked, given, fieldType),
                created);
    }

    private static Set<Trait> traits(JsonNode asked, Set<Trait> given, String fieldType) {
        Set<Trait> traits = new HashSet<>(given);
        JsonNode metadata = asked.path("modificationMetadata");
        boolean readOnly = asked.path("readOnly").asBoolean()
                || metadata.path("readOnlyValue").asBoolean();
        boolean calculated = asked.path("calculated").asBoolean() || fieldType.equals("calculation_equation");
        add(
                traits,
                Trait.UNIQUE,
                asked.path("hasUniqueValue").asBoolean(asked.path("unique").asBoolean()));
        add(traits, Trait.READ_ONLY, readOnly);
        add(traits, Trait.CALCULATED, calculated);
        add(
                traits,
                Trait.EXTERNAL_OPTIONS,
                asked.path("external").asBoolean(asked.path("externalOptions").asBoolean()));
        return traits;
    }

    private static String usualFieldType(String type) {
        return switch (type) {
            case "number" -> "number";
            case "date", "datetime" -> "date";
            case "enumeration" -> "select";
            case "bool" -> "booleancheckbox";
            default -> "text";
        };
    }

    private static void add(Set<Trait> traits, Trait trait, boolean present) {
        if (present) {
            traits.add(trait);
        }
    }

    static List<Option> options(JsonNode asked) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : asked) {
            String value = option.path("value").asText(option.asText());
            options.add(new Option(value, option.path("label").asText(value)));
        }
        return options;
    }

    PropertyDefinition archived() {
        Set<Trait> more = new HashSet<>(traits);
        more.add(Trait.ARCHIVED);
        return new PropertyDefinition(name, label, type, fieldType, group, description, options, more, created);
    }

    ObjectNode described() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("updatedAt", Stamps.iso(created))
                .put("createdAt", Stamps.iso(created))
                .put("name", name)
                .put("label", label)
                .put("type", type)
                .put("fieldType", fieldType)
                .put("description", description)
                .put("groupName", group)
                .put("displayOrder", -1)
                .put("calculated", is(Trait.CALCULATED))
                .put("externalOptions", is(Trait.EXTERNAL_OPTIONS))
                .put("archived", is(Trait.ARCHIVED))
                .put("hasUniqueValue", is(Trait.UNIQUE))
                .put("hidden", false)
                .put("hubspotDefined", is(Trait.STANDARD))
                .put("formField", false);
        describeOptions(node.putArray("options"));
        node.putObject("modificationMetadata")
                .put("archivable", !is(Trait.STANDARD))
                .put("readOnlyDefinition", is(Trait.STANDARD))
                .put("readOnlyOptions", is(Trait.EXTERNAL_OPTIONS))
                .put("readOnlyValue", is(Trait.READ_ONLY) || is(Trait.CALCULATED));
        return node;
    }

    private void describeOptions(ArrayNode choices) {
        options.forEach(option -> choices.addObject()
                .put("label", option.label())
                .put("value", option.value())
                .put("displayOrder", choices.size() - 1)
                .put("hidden", false));
    }
}
