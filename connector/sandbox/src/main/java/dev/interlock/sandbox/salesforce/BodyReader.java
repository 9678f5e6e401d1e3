package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the body of a write into values by field, and finds records that are named by an external id. */
final class BodyReader {

    private final Org org;

    BodyReader(Org org) {
        this.org = org;
    }

    /**
     * Reads a record.
     *
     * @param writing who writes, and what the fields must allow for it
     * @param apart names that are not read: they belong to the request and not to the record
     */
    Map<Field, Object> read(Table table, ObjectNode body, Writing writing, Set<String> apart) {
        Map<Field, Object> values = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : body.properties()) {
            String name = each.getKey();
            if (name.equals("attributes") || apart.contains(ObjectType.lower(name))) {
                continue;
            }
            Field field = field(table, name, each.getValue(), writing.author());
            if (!writable(table.type(), field, writing)) {
                refused.add(field.name());
            } else if (each.getValue().isObject()) {
                values.put(field, pointedAt(table, field, (ObjectNode) each.getValue()));
            } else {
                values.put(field, Values.read(field, each.getValue()));
            }
        }
        if (!refused.isEmpty()) {
            throw new Refusal(List.of(new Problem(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", refused)
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    refused)));
        }
        return values;
    }

    /** Who writes, and what the fields must allow: {@link Trait#CREATEABLE} or {@link Trait#UPDATEABLE}. */
    record Writing(Author author, Trait ability) {}

    private static boolean writable(ObjectType type, Field field, Writing writing) {
        return switch (writing.author().access()) {
            case API -> field.is(writing.ability()) && !type.frozen(field);
            case SCREEN -> field.is(writing.ability());
            case LOADER -> field.is(writing.ability()) || field.stored();
        };
    }

    private static Field field(Table table, String name, JsonNode value, Author author) {
        ObjectType type = table.type();
        Optional<Field> field = value.isObject() ? type.relationship(name) : seen(type, name, author);
        return field.orElseThrow(() -> unknown(type, name));
    }

    static Optional<Field> seen(ObjectType type, String name, Author author) {
        return author.access() == Author.Access.API ? type.visibleField(name) : type.field(name);
    }

    static Refusal unknown(ObjectType type, String name) {
        return Refusal.of("INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name());
    }

    /** The id of the record that a relationship names: {@code "Account": {"Ext__c": "x"}}. */
    private Object pointedAt(Table table, Field reference, ObjectNode named) {
        List<Map.Entry<String, JsonNode>> keys = named.properties().stream()
                .filter(each -> !each.getKey().equals("attributes"))
                .toList();
        if (keys.size() != 1) {
            throw Refusal.of(
                    "INVALID_FIELD",
                    "Cannot reference a foreign key with " + keys.size() + " fields on "
                            + table.type().name());
        }
        String wanted = named.path("attributes")
                .path("type")
                .asText(reference.referenceTo().getFirst());
        Table target = org.table(wanted).orElseThrow(() -> unknown(table.type(), wanted));
        return find(target, keys.getFirst().getKey(), keys.getFirst().getValue().asText());
    }

    /** The id of the one live record that holds a value of an external id. */
    Object find(Table target, String fieldName, String value) {
        String entity = target.type().name();
        Field key = target.type()
                .visibleField(fieldName)
                .filter(Field::namesRecords)
                .orElseThrow(() -> Refusal.of(
                        "INVALID_FIELD",
                        "Field name provided, " + fieldName
                                + " does not match an External ID, Salesforce Id, or indexed field for " + entity));
        List<Row> found = matching(target, key, value);
        if (found.size() == 1) {
            return target.id(found.getFirst());
        }
        if (found.isEmpty()) {
            throw Refusal.of(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + value + " not found for field " + key.name() + " in entity "
                            + entity);
        }
        throw Refusal.of(
                "DUPLICATE_EXTERNAL_ID",
                "More than one record found for external id field: " + key.name() + " value: " + value);
    }

    /** The live records that hold a value, given as text, of an external id or of the id itself. */
    static List<Row> matching(Table table, Field key, String value) {
        if (key.role() == Role.ID) {
            return table.find(value).filter(Row::live).stream().toList();
        }
        return Values.parse(key, value)
                .filter(parsed -> parsed != Blank.BLANK)
                .map(parsed -> table.holding(key, parsed))
                .orElse(List.of());
    }
}
