package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Place;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a Salesforce record looks, in and out. */
final class SalesforceShape {

    /** {@code 2026-01-02T03:04:05.000+0000}: an offset with or without a colon; only ever read. */
    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter();

    private static final List<String> CONVERTED =
            List.of("ConvertedAccountId", "ConvertedContactId", "ConvertedOpportunityId");

    private final SystemId system;
    private final RecordType type;
    private final Place place;

    SalesforceShape(SystemId system, RecordType type, Place place) {
        this.system = system;
        this.type = type;
        this.place = place;
    }

    /** What one row of a query says. */
    Observation observation(JsonNode row, Set<String> columns, Instant readAt) {
        String id = longId(row.path("Id").asText());
        RawFields fields = Json.columns(row, columns);
        Instant changed = stamp(row.path("SystemModstamp").asText());
        return new Observation(new RecordKey(system, type, id), fate(row), fields, changed, readAt);
    }

    /** Which record it is, when it changed and what became of it: what every reading of an object asks for. */
    static Set<String> fateColumns(JsonNode described) {
        Set<String> columns = new TreeSet<>(List.of("Id", "IsDeleted", "SystemModstamp"));
        Stream.concat(Stream.of("MasterRecordId", "IsConverted"), CONVERTED.stream())
                .filter(described::has)
                .forEach(columns::add);
        return columns;
    }

    private Fate fate(JsonNode row) {
        if (row.path("IsDeleted").asBoolean(false)) {
            String winner = row.path("MasterRecordId").asText("");
            return winner.isEmpty() || winner.equals("null")
                    ? new Fate.Gone(Fate.Evidence.REPORTED)
                    : new Fate.MergedInto(longId(winner));
        }
        if (row.path("IsConverted").asBoolean(false)) {
            List<RecordKey> successors = new ArrayList<>();
            for (String into : CONVERTED) {
                String id = row.path(into).asText("");
                if (!id.isEmpty() && !id.equals("null")) {
                    String object = into.substring("Converted".length(), into.length() - 2);
                    successors.add(new RecordKey(system, new RecordType(object), longId(id)));
                }
            }
            return new Fate.ConvertedInto(successors);
        }
        return new Fate.Live();
    }

    /**
     * Reads a stamp of Salesforce.
     *
     * @throws Trouble of kind NONSENSE if it is none
     */
    static Instant stamp(String text) {
        try {
            return OffsetDateTime.parse(text, STAMP).toInstant();
        } catch (java.time.DateTimeException broken) {
            throw Trouble.of(Trouble.Kind.NONSENSE, "NO_STAMP", "not a time: '" + text + "'");
        }
    }

    /** The record as it is written: typed by the object's description, because a number is refused as a text. */
    ObjectNode body(RawFields columns, JsonNode described) {
        ObjectNode body = Json.object();
        body.putObject("attributes").put("type", place.object());
        columns.byName()
                .forEach((name, text) ->
                        put(body, name, text, described.path(name).path("type").asText("string")));
        return body;
    }

    private static void put(ObjectNode body, String name, Optional<String> text, String kind) {
        if (text.isEmpty()) {
            body.putNull(name);
            return;
        }
        switch (kind) {
            case "boolean" -> body.put(name, Boolean.parseBoolean(text.get()));
            case "double", "currency", "percent", "int", "long" -> putNumber(body, name, text.get());
            default -> body.put(name, text.get());
        }
    }

    /** What is no number is sent as it is, so that Salesforce says what is wrong with it. */
    private static void putNumber(ObjectNode body, String name, String text) {
        try {
            body.put(name, new BigDecimal(text));
        } catch (NumberFormatException none) {
            body.put(name, text);
        }
    }

    /**
     * The 18-character form of an id: three characters more, each telling which of five characters are upper case, so that
     * ids differ even where case is ignored. An id of 18 characters is given as it is.
     */
    static String longId(String id) {
        if (id.length() != 15) {
            return id;
        }
        StringBuilder suffix = new StringBuilder(3);
        for (int block = 0; block < 3; block++) {
            int bits = 0;
            for (int place = 0; place < 5; place++) {
                char letter = id.charAt(block * 5 + place);
                if (letter >= 'A' && letter <= 'Z') {
                    bits |= 1 << place;
                }
            }
            suffix.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".charAt(bits));
        }
        return id + suffix;
    }
}
