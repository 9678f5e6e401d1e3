package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.salesforce.BodyReader.Writing;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sobjects/X}, {@code sobjects/X/{id}} and {@code sobjects/X/{external id field}/{value}}. */
final class RowResource {

    private static final Set<String> ID = Set.of("id");

    private final Org org;
    private final Changes changes;
    private final BodyReader reader;

    RowResource(Org org, Changes changes) {
        this.org = org;
        this.changes = changes;
        this.reader = new BodyReader(org);
    }

    Reply create(Ask ask, Table table) {
        ObjectNode body = Json.body(ask.call().text());
        if (body.hasNonNull("Id")) {
            throw Refusal.of("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        return Json.reply(201, saved(table.id(insert(ask, table, body))));
    }

    Reply byId(Ask ask, Table table) {
        Row row = row(table, ask.part(2));
        return switch (ask.method()) {
            case "GET" -> get(ask, table, row);
            case "PATCH" -> {
                checkUnmodified(ask, row);
                update(ask, table, row);
                yield Reply.empty(204);
            }
            case "DELETE" -> {
                changes.delete(table, row, ask.author());
                yield Reply.empty(204);
            }
            default -> throw Refusal.methodNotAllowed(ask.method());
        };
    }

    /** Reads, writes or deletes the record that holds a value of an external id; several of them are answered with 300. */
    Reply byKey(Ask ask, Table table) {
        Field key = table.type()
                .visibleField(ask.part(2))
                .filter(Field::namesRecords)
                .orElseThrow(() -> noSuchKey(ask.part(2)));
        List<Row> found = BodyReader.matching(table, key, ask.part(3));
        if (found.size() > 1) {
            ArrayNode urls = Json.array();
            found.forEach(row -> urls.add(ask.rowUrl(table, row)));
            return Json.reply(300, urls);
        }
        if (ask.method().equals("PATCH")) {
            return upsert(ask, table, key, found);
        }
        Row row = found.stream().findFirst().orElseThrow(Refusal::notFound);
        return switch (ask.method()) {
            case "GET" -> get(ask, table, row);
            case "DELETE" -> {
                changes.delete(table, row, ask.author());
                yield Reply.empty(204);
            }
            default -> throw Refusal.methodNotAllowed(ask.method());
        };
    }

    private Reply upsert(Ask ask, Table table, Field key, List<Row> found) {
        ObjectNode body = Json.body(ask.call().text());
        for (String name : List.of("Id", key.name())) {
            if (body.has(name)) {
                throw Refusal.of(
                        "INVALID_FIELD", "The " + name + " field should not be specified in the sobject data.");
            }
        }
        if (!found.isEmpty()) {
            Row row = found.getFirst();
            update(ask, table, row);
            if (ask.version() < 46) {
                return Reply.empty(204);
            }
            return Json.reply(200, saved(table.id(row)).put("created", false));
        }
        if (ask.flag("updateOnly") || key.role() == Role.ID) {
            throw Refusal.notFound();
        }
        body.put(key.name(), ask.part(3));
        return Json.reply(201, saved(table.id(insert(ask, table, body))).put("created", true));
    }

    private Row insert(Ask ask, Table table, ObjectNode body) {
        Writing writing = new Writing(ask.author(), Trait.CREATEABLE);
        return changes.insert(table, reader.read(table, body, writing, ID), ask.author());
    }

    private void update(Ask ask, Table table, Row row) {
        ObjectNode body = Json.body(ask.call().text());
        if (body.has("Id")) {
            throw Refusal.of("INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        Writing writing = new Writing(ask.author(), Trait.UPDATEABLE);
        changes.update(table, row, reader.read(table, body, writing, Set.of()), ask.author());
    }

    private Reply get(Ask ask, Table table, Row row) {
        if (!row.live()) {
            throw Refusal.notFound();
        }
        List<Field> fields = new ArrayList<>();
        Optional<String> chosen = ask.call().parameter("fields");
        if (chosen.isEmpty()) {
            fields.addAll(table.type().visibleFields());
        } else {
            for (String name : chosen.get().split(",", -1)) {
                fields.add(table.type()
                        .visibleField(name.strip())
                        .orElseThrow(() -> BodyReader.unknown(table.type(), name.strip())));
            }
        }
        return Json.reply(200, new RowWriter(org, ask.root()).write(table, row, fields));
    }

    private static Row row(Table table, String id) {
        if (!Ids.wellFormed(id) || !Ids.prefix(id).equals(table.type().prefix())) {
            throw noSuchKey(id);
        }
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    private static Refusal noSuchKey(String name) {
        return Refusal.of("NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name);
    }

    /** {@code If-Unmodified-Since} compares LastModifiedDate by whole seconds (intro_rest_conditional_requests). */
    private static void checkUnmodified(Ask ask, Row row) {
        Optional<String> header = ask.call().header("if-unmodified-since");
        if (header.isPresent() && row.stamps().modified() / 1000 > seconds(header.get())) {
            throw Refusal.of("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", "The record was modified since the given date");
        }
    }

    private static long seconds(String httpDate) {
        try {
            Instant instant = ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return instant.getEpochSecond();
        } catch (DateTimeParseException unreadable) {
            return Long.MAX_VALUE;
        }
    }

    private static ObjectNode saved(String id) {
        ObjectNode saved = Json.object();
        saved.put("id", id);
        saved.put("success", true);
        saved.putArray("errors");
        return saved;
    }
}
