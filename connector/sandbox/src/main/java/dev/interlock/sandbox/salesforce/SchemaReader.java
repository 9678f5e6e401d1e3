package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads objects and fields: those of every org from {@code objects.json}, and those a test declares. */
final class SchemaReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<FieldType> UNFILTERABLE = EnumSet.of(FieldType.TEXTAREA);
    private static final int LONGEST_FILTERABLE = 255;

    private SchemaReader() {}

    static List<ObjectType> standard() {
        JsonNode all = resource("objects.json");
        List<ObjectType> types = new ArrayList<>();
        for (JsonNode each : all.path("objects")) {
            ObjectType type = new ObjectType(
                    each.path("name").asText(),
                    each.path("label").asText(each.path("name").asText()),
                    each.path("plural").asText(each.path("name").asText() + "s"),
                    each.path("prefix").asText());
            addSystemFields(type);
            each.path("fields").forEach(field -> type.put(read(type, field)));
            types.add(type);
        }
        return types;
    }

    /** The fields that every object has. */
    static void addSystemFields(ObjectType type) {
        resource("system.json").path("fields").forEach(field -> type.put(read(type, field)));
    }

    static JsonNode resource(String name) {
        try (InputStream in = Objects.requireNonNull(SchemaReader.class.getResourceAsStream(name), name)) {
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("the schema " + name + " cannot be read", broken);
        }
    }

    /** Reads one field; when the object has one of this name, only what is given changes. */
    static Field read(ObjectType type, JsonNode given) {
        String name = given.path("name").asText();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a field of " + type.name() + " has no name");
        }
        Optional<Field> before = type.field(name).filter(field -> !given.has("displayFormat"));
        FieldType kind = before.map(Field::type)
                .orElseGet(() -> FieldType.named(given.path("type").asText("string")));
        Role role = before.map(Field::role).orElseGet(() -> role(given));
        int slot = role == Role.STORED ? before.map(Field::slot).orElseGet(type::nextSlot) : -1;
        return new Field(
                slot,
                before.map(Field::name).orElse(name),
                given.path("label").asText(before.map(Field::label).orElseGet(() -> label(name))),
                kind,
                role,
                given.path("length").asInt(before.map(Field::length).orElseGet(() -> length(kind))),
                given.path("precision").asInt(before.map(Field::precision).orElseGet(() -> precision(kind))),
                given.path("scale").asInt(before.map(Field::scale).orElseGet(() -> scale(kind))),
                given.has("picklist")
                        ? texts(given.path("picklist"))
                        : before.map(Field::picklist).orElse(List.of()),
                given.has("referenceTo")
                        ? texts(given.path("referenceTo"))
                        : before.map(Field::referenceTo).orElse(List.of()),
                relationship(given, before, kind),
                initial(given, before, kind),
                given.path(role == Role.AUTO_NUMBER ? "displayFormat" : "formula")
                        .asText(before.map(Field::formula).orElse("")),
                traits(given, before, kind));
    }

    private static Role role(JsonNode given) {
        if (given.has("displayFormat")) {
            return Role.AUTO_NUMBER;
        }
        if (given.has("formula")) {
            return Role.FORMULA;
        }
        return given.has("role") ? Role.valueOf(given.path("role").asText().toUpperCase(Locale.ROOT)) : Role.STORED;
    }

    private static String label(String name) {
        String bare = name.endsWith("__c") ? name.substring(0, name.length() - 3) : name;
        return bare.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private static int length(FieldType type) {
        return switch (type) {
            case ID, REFERENCE -> 18;
            case STRING, TEXTAREA, PICKLIST, URL -> 255;
            case MULTIPICKLIST -> 4099;
            case EMAIL -> 80;
            case PHONE -> 40;
            case BOOLEAN, INT, DOUBLE, CURRENCY, PERCENT, DATE, DATETIME -> 0;
        };
    }

    private static int precision(FieldType type) {
        return type.isDecimal() ? 18 : type == FieldType.INT ? 9 : 0;
    }

    private static int scale(FieldType type) {
        return type == FieldType.CURRENCY ? 2 : 0;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText().intern()));
        return texts;
    }

    private static String relationship(JsonNode given, Optional<Field> before, FieldType type) {
        if (given.has("relationshipName") || type != FieldType.REFERENCE) {
            return given.path("relationshipName").asText("");
        }
        String name = given.path("name").asText();
        return before.map(Field::relationshipName)
                .orElseGet(() -> name.endsWith("__c")
                        ? name.substring(0, name.length() - 1) + "r"
                        : name.endsWith("Id") ? name.substring(0, name.length() - 2) : "");
    }

    private static Object initial(JsonNode given, Optional<Field> before, FieldType type) {
        if (given.has("default")) {
            return type == FieldType.BOOLEAN
                    ? (Object) given.path("default").asBoolean()
                    : given.path("default").asText();
        }
        return before.map(Field::initial).orElse(type == FieldType.BOOLEAN ? (Object) false : Blank.BLANK);
    }

    private static Set<Trait> traits(JsonNode given, Optional<Field> before, FieldType type) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        boolean calculated = given.has("formula")
                || given.path("calculated")
                        .asBoolean(before.filter(field -> field.is(Trait.CALCULATED))
                                .isPresent());
        boolean writable = !given.has("role") && !given.has("displayFormat") && !calculated;
        boolean filterable =
                !UNFILTERABLE.contains(type) || given.path("length").asInt(LONGEST_FILTERABLE) <= LONGEST_FILTERABLE;
        set(traits, Trait.CREATEABLE, flag(given, before, "createable", writable));
        set(traits, Trait.UPDATEABLE, flag(given, before, "updateable", writable));
        set(traits, Trait.FILTERABLE, flag(given, before, "filterable", filterable));
        set(traits, Trait.CALCULATED, calculated);
        set(traits, Trait.REQUIRED, flag(given, before, "required", false));
        set(traits, Trait.EXTERNAL_ID, flag(given, before, "external_id", false));
        set(traits, Trait.UNIQUE, flag(given, before, "unique", false));
        set(traits, Trait.CASE_SENSITIVE, flag(given, before, "case_sensitive", false));
        set(traits, Trait.RESTRICTED, flag(given, before, "restricted", false));
        set(traits, Trait.INDEXED, flag(given, before, "indexed", lookup(given, type)));
        set(traits, Trait.CASCADE, flag(given, before, "cascade", false));
        set(traits, Trait.DEFAULTED, flag(given, before, "defaulted", given.has("default")));
        return traits;
    }

    /** A custom lookup is followed from the record it points at, when that is merged or deleted. */
    private static boolean lookup(JsonNode given, FieldType type) {
        return type == FieldType.REFERENCE
                && given.path("name").asText().endsWith("__c")
                && !texts(given.path("referenceTo")).contains("User");
    }

    private static boolean flag(JsonNode given, Optional<Field> before, String name, boolean otherwise) {
        String camel = camel(name);
        if (given.has(camel)) {
            return given.path(camel).asBoolean();
        }
        return before.map(field -> field.is(Trait.valueOf(name.toUpperCase(Locale.ROOT))))
                .orElse(otherwise);
    }

    private static String camel(String name) {
        int underscore = name.indexOf('_');
        return underscore < 0
                ? name
                : name.substring(0, underscore)
                        + Character.toUpperCase(name.charAt(underscore + 1))
                        + name.substring(underscore + 2);
    }

    private static void set(Set<Trait> traits, Trait trait, boolean on) {
        if (on) {
            traits.add(trait);
        }
    }

    /** A custom object: the system's fields, an owner, and a name. */
    static ObjectType customObject(String name, String prefix, JsonNode given) {
        ObjectType type = new ObjectType(
                name,
                given.path("label").asText(label(name)),
                given.path("plural").asText(label(name) + "s"),
                prefix);
        addSystemFields(type);
        ObjectNode nameField = JSON.createObjectNode().put("name", "Name").put("length", 80);
        type.put(read(type, nameField));
        ObjectNode owner = JSON.createObjectNode()
                .put("name", "OwnerId")
                .put("type", "reference")
                .put("label", "Owner ID")
                .put("required", true)
                .put("defaulted", true);
        owner.putArray("referenceTo").add("User");
        type.put(read(type, owner));
        return type;
    }
}
