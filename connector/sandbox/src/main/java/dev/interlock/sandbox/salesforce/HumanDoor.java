package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.salesforce.BodyReader.Writing;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a human user or an admin does, as actions of the control door.
 *
 * <ul>
 *   <li>{@code create} {object, fields}: answers {id}; {@code edit} {object, id, fields}; {@code delete}, {@code undelete}
 *       {object, id}
 *   <li>{@code merge} {object, winner, loser}; {@code convert} {id, createOpportunity}: answers the ids of what was made
 *   <li>{@code declare} {object, fields: [{name, type, length, unique, externalId, picklist, restricted, required,
 *       referenceTo, ...}]}: new fields, new traits of known fields, and the object itself when its name ends in __c
 *   <li>{@code automation} {object, field, set}: what is written into the field becomes {@code upper case}, or is left
 *       {@code as written} again
 *   <li>{@code validationRule} {object, name, when: [{field, is, value}], message, errorField}, {@code duplicateRule} {object,
 *       name, match: [fields], action}: put in force; {@code endRule} {object, name}
 *   <li>{@code hideField}, {@code showField}, {@code freezeField}, {@code thawField} {object, field}; {@code settings}: see {@link Knobs}
 * </ul>
 */
final class HumanDoor {

    private final Org org;
    private final Knobs knobs;
    private final Changes changes;
    private final BodyReader reader;

    HumanDoor(Org org, Knobs knobs) {
        this.org = org;
        this.knobs = knobs;
        this.changes = new Changes(org);
        this.reader = new BodyReader(org);
    }

    ObjectNode act(String action, JsonNode arguments) {
        Author author = org.author(Author.Access.SCREEN);
        try {
            return switch (action) {
                case "create" -> create(arguments, author);
                case "edit" -> edit(arguments, author);
                case "delete" -> delete(arguments, author);
                case "undelete" -> undelete(arguments, author);
                case "merge" -> merge(arguments, author);
                case "convert" -> convert(arguments, author);
                case "declare" -> declare(arguments);
                case "hideField" -> guard(arguments, ObjectType::hide);
                case "showField" -> guard(arguments, ObjectType::show);
                case "freezeField" -> guard(arguments, ObjectType::freeze);
                case "thawField" -> guard(arguments, ObjectType::thaw);
                case "validationRule", "duplicateRule", "endRule" -> rule(action, arguments);
                case "automation" -> automate(arguments);
                case "settings" -> settings(arguments);
                default -> throw new IllegalArgumentException("Salesforce knows no action " + action);
            };
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    private ObjectNode create(JsonNode arguments, Author author) {
        Table table = table(arguments);
        Writing writing = new Writing(author, Trait.CREATEABLE);
        Row row = changes.insert(table, reader.read(table, fields(arguments), writing, Set.of()), author);
        return Json.object().put("id", table.id(row));
    }

    private ObjectNode edit(JsonNode arguments, Author author) {
        Table table = table(arguments);
        Writing writing = new Writing(author, Trait.UPDATEABLE);
        Row row = row(table, arguments);
        changes.update(table, row, reader.read(table, fields(arguments), writing, Set.of()), author);
        return done(table, row);
    }

    private ObjectNode delete(JsonNode arguments, Author author) {
        Table table = table(arguments);
        Row row = row(table, arguments);
        changes.delete(table, row, author);
        return done(table, row);
    }

    private ObjectNode undelete(JsonNode arguments, Author author) {
        Table table = table(arguments);
        Row row = row(table, arguments);
        if (row.live()) {
            throw new IllegalArgumentException(table.id(row) + " is not deleted");
        }
        changes.undelete(table, row, author);
        return done(table, row);
    }

    private ObjectNode merge(JsonNode arguments, Author author) {
        Table table = table(arguments);
        new Merge(org, changes)
                .merge(
                        table,
                        arguments.path("winner").asText(),
                        arguments.path("loser").asText(),
                        author);
        return Json.object().put("id", arguments.path("winner").asText());
    }

    private ObjectNode convert(JsonNode arguments, Author author) {
        Conversion.Deal deal =
                arguments.path("createOpportunity").asBoolean(true) ? Conversion.Deal.OPENED : Conversion.Deal.NONE;
        return new Conversion(org, changes, author).convert(arguments.path("id").asText(), deal);
    }

    private ObjectNode declare(JsonNode arguments) {
        String name = arguments.path("object").asText();
        if (org.table(name).isEmpty() && name.endsWith("__c")) {
            org.add(SchemaReader.customObject(name, org.nextCustomPrefix(), arguments));
        }
        Table table = org.named(name);
        for (JsonNode given : arguments.path("fields")) {
            Field field = SchemaReader.read(table.type(), given);
            table.type().put(field);
            table.index(field);
        }
        return Json.object().put("object", table.type().name());
    }

    /** Field-level security: what the integration user may see and write. */
    private ObjectNode guard(JsonNode arguments, BiConsumer<ObjectType, Field> change) {
        Table table = table(arguments);
        change.accept(table.type(), field(table, arguments));
        return Json.object().put("object", table.type().name());
    }

    private ObjectNode rule(String action, JsonNode arguments) {
        ObjectType type = table(arguments).type();
        switch (action) {
            case "validationRule" -> org.policies().enforce(type, ValidationRule.read(type, arguments));
            case "duplicateRule" -> org.policies().enforce(type, DuplicateRule.read(type, arguments));
            default -> org.policies().end(type, arguments.path("name").asText());
        }
        return Json.object().put("object", type.name());
    }

    private ObjectNode automate(JsonNode arguments) {
        Table table = table(arguments);
        Field field = field(table, arguments);
        String set = arguments.path("set").asText();
        switch (set) {
            case "upper case" -> org.automation().upperCase(field);
            case "as written" -> org.automation().leaveAlone(field);
            default ->
                throw new IllegalArgumentException(
                        "an automation sets 'upper case' or 'as written', not '" + set + "'");
        }
        return Json.object().put("object", table.type().name());
    }

    private ObjectNode settings(JsonNode arguments) {
        knobs.turn(arguments);
        return Json.object().put("done", true);
    }

    private Table table(JsonNode arguments) {
        return org.named(arguments.path("object").asText());
    }

    private static Row row(Table table, JsonNode arguments) {
        String id = arguments.path("id").asText();
        return table.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + table.type().name() + " " + id));
    }

    private static Field field(Table table, JsonNode arguments) {
        String name = arguments.path("field").asText();
        return table.type()
                .field(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no field " + name + " on " + table.type().name()));
    }

    private static ObjectNode fields(JsonNode arguments) {
        if (arguments.path("fields") instanceof ObjectNode fields) {
            return fields;
        }
        throw new IllegalArgumentException("fields must be an object of field names and values");
    }

    private static ObjectNode done(Table table, Row row) {
        return Json.object().put("id", table.id(row));
    }
}
