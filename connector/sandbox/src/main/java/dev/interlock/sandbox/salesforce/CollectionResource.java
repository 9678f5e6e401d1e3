package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.salesforce.BodyReader.Writing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code composite/sobjects}: up to 200 records in one call, each with a result of its own. */
final class CollectionResource {

    private static final int MOST_RECORDS = 200;
    private static final int MOST_READ = 2_000;
    private static final int MOST_CHUNKS = 10;
    private static final Set<String> ID = Set.of("id");

    private final Org org;
    private final Changes changes;
    private final BodyReader reader;

    CollectionResource(Org org, Changes changes) {
        this.org = org;
        this.changes = changes;
        this.reader = new BodyReader(org);
    }

    Reply answer(Ask ask) {
        return switch (ask.path().size() + " " + ask.method()) {
            case "2 POST" -> many(ask, record -> insert(ask, record));
            case "2 PATCH" -> many(ask, record -> update(ask, record));
            case "2 DELETE" -> delete(ask);
            case "3 POST", "3 GET" -> retrieve(ask);
            case "4 PATCH" -> upsert(ask);
            default -> throw Refusal.methodNotAllowed(ask.method());
        };
    }

    private Reply many(Ask ask, Function<ObjectNode, Outcome> write) {
        ObjectNode body = Json.body(ask.call().text());
        List<ObjectNode> records = records(body);
        checkChunks(records);
        return new Batch(org, body.path("allOrNone").asBoolean(false)).run(records, write);
    }

    private Outcome insert(Ask ask, ObjectNode record) {
        Table table = tableOf(record);
        if (record.hasNonNull("id") || record.hasNonNull("Id")) {
            throw Refusal.of("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        Writing writing = new Writing(ask.author(), Trait.CREATEABLE);
        Row row = changes.insert(table, reader.read(table, record, writing, ID), ask.author());
        return Outcome.done(table.id(row));
    }

    private Outcome update(Ask ask, ObjectNode record) {
        Table table = tableOf(record);
        String id = record.path("id").asText(record.path("Id").asText(""));
        if (id.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", "Id not specified in an update call");
        }
        Row row = row(table, id);
        Writing writing = new Writing(ask.author(), Trait.UPDATEABLE);
        changes.update(table, row, reader.read(table, record, writing, ID), ask.author());
        return Outcome.done(table.id(row));
    }

    private Reply delete(Ask ask) {
        String ids = ask.call()
                .parameter("ids")
                .orElseThrow(() -> Refusal.of("MISSING_ARGUMENT", "The ids parameter is required"));
        List<String> wanted = Arrays.stream(ids.split(",")).map(String::strip).toList();
        checkCount(wanted.size());
        return new Batch(org, ask.flag("allOrNone")).run(wanted, id -> {
            Table table = org.tableOf(id).orElseThrow(() -> Refusal.of("MALFORMED_ID", "malformed id " + id));
            changes.delete(table, row(table, id), ask.author());
            return Outcome.done(Ids.lengthened(Ids.shortened(id)));
        });
    }

    private Reply upsert(Ask ask) {
        Table table = org.table(ask.part(2)).orElseThrow(Refusal::notFound);
        Field key = table.type()
                .visibleField(ask.part(3))
                .filter(Field::namesRecords)
                .orElseThrow(() -> Refusal.of(
                        "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + ask.part(3)));
        ObjectNode body = Json.body(ask.call().text());
        Set<Object> seen = new HashSet<>();
        return new Batch(org, body.path("allOrNone").asBoolean(false))
                .withCreatedFlag()
                .run(records(body), record -> upsert(ask, new Target(table, key, seen), record));
    }

    private record Target(Table table, Field key, Set<Object> seen) {}

    private Outcome upsert(Ask ask, Target target, ObjectNode record) {
        Table table = target.table();
        if (!tableOf(record).equals(table)) {
            throw Refusal.of(
                    "INVALID_TYPE",
                    "All records must be of type " + table.type().name());
        }
        List<Row> found = BodyReader.matching(table, target.key(), key(target, record));
        if (found.size() > 1) {
            throw Refusal.of(
                    "DUPLICATE_EXTERNAL_ID",
                    target.key().name() + ": more than one record found for external id field: "
                            + found.stream().map(table::id).toList());
        }
        if (found.isEmpty()) {
            return insert(ask, record).created();
        }
        Set<String> apart = Set.of("id", ObjectType.lower(target.key().name()));
        Writing writing = new Writing(ask.author(), Trait.UPDATEABLE);
        Row row = found.getFirst();
        changes.update(table, row, reader.read(table, record, writing, apart), ask.author());
        return Outcome.done(table.id(row));
    }

    /** The value that names the record; within one request it may stand once. */
    private static String key(Target target, ObjectNode record) {
        JsonNode given = record.path(nameOf(record, target.key()));
        String value = given.asText("");
        if (given.isNull() || value.isBlank()) {
            throw Refusal.of("MISSING_ARGUMENT", target.key().name() + " not specified");
        }
        if (!target.seen().add(target.key().key(value.strip()))) {
            throw Refusal.of(
                    "DUPLICATE_VALUE",
                    "Duplicate external id specified: " + value,
                    target.key().name());
        }
        return value;
    }

    private static String nameOf(ObjectNode record, Field key) {
        for (java.util.Map.Entry<String, JsonNode> each : record.properties()) {
            if (each.getKey().equalsIgnoreCase(key.name())) {
                return each.getKey();
            }
        }
        return key.name();
    }

    private Reply retrieve(Ask ask) {
        Table table = org.table(ask.part(2)).orElseThrow(Refusal::notFound);
        boolean post = ask.method().equals("POST");
        ObjectNode body = post ? Json.body(ask.call().text()) : Json.object();
        List<String> ids = post ? texts(body.path("ids")) : commas(ask, "ids");
        List<String> names = post ? texts(body.path("fields")) : commas(ask, "fields");
        if (ids.size() > (post ? MOST_READ : MOST_RECORDS)) {
            throw tooMany(post ? MOST_READ : MOST_RECORDS);
        }
        List<Field> fields = names.stream()
                .map(name -> table.type().visibleField(name).orElseThrow(() -> BodyReader.unknown(table.type(), name)))
                .toList();
        RowWriter writer = new RowWriter(org, ask.root());
        ArrayNode answer = Json.array();
        for (String id : ids) {
            Optional<Row> row = table.find(id).filter(Row::live);
            row.ifPresentOrElse(found -> answer.add(writer.write(table, found, fields)), answer::addNull);
        }
        return Json.reply(200, answer);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static List<String> commas(Ask ask, String name) {
        return Arrays.asList(ask.call().parameter(name).orElse("").split(","));
    }

    private static Row row(Table table, String id) {
        if (!Ids.wellFormed(id)) {
            throw Refusal.of("MALFORMED_ID", "malformed id " + id, "Id");
        }
        return table.find(id)
                .orElseThrow(() -> Refusal.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    }

    private Table tableOf(ObjectNode record) {
        String type = record.path("attributes").path("type").asText("");
        if (type.isEmpty()) {
            throw Refusal.of("INVALID_TYPE", "sObject type is missing: each record needs attributes with a type");
        }
        return org.table(type)
                .orElseThrow(() -> Refusal.of("INVALID_TYPE", "sObject type '" + type + "' is not supported."));
    }

    private static List<ObjectNode> records(ObjectNode body) {
        List<ObjectNode> records = new ArrayList<>();
        for (JsonNode each : body.path("records")) {
            if (!(each instanceof ObjectNode record)) {
                throw Refusal.of("JSON_PARSER_ERROR", "records must be a list of objects");
            }
            records.add(record);
        }
        if (records.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", "The records parameter is required");
        }
        checkCount(records.size());
        return records;
    }

    private static void checkCount(int count) {
        if (count > MOST_RECORDS) {
            throw tooMany(MOST_RECORDS);
        }
    }

    private static Refusal tooMany(int most) {
        return Refusal.of(
                "EXCEEDED_ID_LIMIT",
                "record limit reached. cannot submit more than " + most + " records into this call");
    }

    private static void checkChunks(List<ObjectNode> records) {
        int chunks = 0;
        String before = "";
        for (ObjectNode record : records) {
            String type =
                    ObjectType.lower(record.path("attributes").path("type").asText(""));
            chunks += type.equals(before) ? 0 : 1;
            before = type;
        }
        if (chunks > MOST_CHUNKS) {
            throw Refusal.of(
                    "LIMIT_EXCEEDED",
                    "Cannot have more than " + MOST_CHUNKS
                            + " chunks in a single operation. Please rearrange the data to reduce chunking.");
        }
    }
}
