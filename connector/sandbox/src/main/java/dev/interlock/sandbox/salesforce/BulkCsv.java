package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of CSV as the Bulk APIs read and write them (Bulk API 2.0 guide, "Prepare CSV Files"). */
record BulkCsv(List<String> header, List<List<String>> rows) {

    static final Map<String, Character> DELIMITERS =
            Map.of("BACKQUOTE", '`', "CARET", '^', "COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');
    private static final String NULL = "#N/A";

    BulkCsv {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    static BulkCsv read(String text, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(record.toList());
            }
            return rows.isEmpty()
                    ? new BulkCsv(List.of(), List.of())
                    : new BulkCsv(rows.getFirst(), rows.subList(1, rows.size()));
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("InvalidBatch : Failed to parse CSV: " + broken.getMessage(), broken);
        }
    }

    /** A row as a record: blanks are left out, {@code #N/A} is null, {@code Owner.Ext__c} names another record. */
    ObjectNode record(Table table, int place) {
        List<String> row = rows.get(place);
        if (row.size() > header.size()) {
            throw Refusal.of(
                    "INVALID_CSV_LINE_FORMAT",
                    "The number of columns (" + row.size() + ") is more than the header has (" + header.size() + ")");
        }
        ObjectNode record = Json.object();
        for (int i = 0; i < row.size(); i++) {
            String name = header.get(i).strip();
            String cell = row.get(i);
            int point = name.indexOf('.');
            if (cell.isEmpty()) {
                continue;
            }
            if (cell.equals(NULL)) {
                record.putNull(point < 0 ? name : reference(table, name.substring(0, point)));
            } else if (point < 0) {
                record.put(name, plain(table, name, cell));
            } else {
                record.putObject(name.substring(0, point)).put(name.substring(point + 1), cell);
            }
        }
        return record;
    }

    private static String reference(Table table, String relationship) {
        return table.type().relationship(relationship).map(Field::name).orElse(relationship);
    }

    /** Checkboxes may be written in several ways ("Valid Date Format in Records" and the following sections). */
    private static String plain(Table table, String name, String cell) {
        Optional<Field> field = table.type().field(name);
        if (field.isEmpty() || field.get().type() != FieldType.BOOLEAN) {
            return cell;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on", "1" -> "true";
            case "false", "no", "n", "off", "0" -> "false";
            default -> cell;
        };
    }

    /** The first column that is no field of the object. */
    Optional<String> unknown(Table table) {
        return header.stream()
                .map(String::strip)
                .filter(name -> !known(table.type(), name))
                .findFirst();
    }

    private static boolean known(ObjectType type, String name) {
        int point = name.indexOf('.');
        return point < 0
                ? type.visibleField(name).isPresent()
                : type.relationship(name.substring(0, point)).isPresent();
    }

    static String line(List<String> cells, char delimiter, String end) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : String.valueOf(delimiter))
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append(end).toString();
    }

    static List<String> joined(List<String> first, String... others) {
        List<String> joined = new ArrayList<>(Arrays.asList(others));
        joined.addAll(first);
        return joined;
    }

    /** A value as text; times end with Z here. */
    static String written(Object value) {
        if (value instanceof Instant instant) {
            return Values.written(instant).replace("+0000", "Z");
        }
        ObjectNode node = Json.object();
        Values.put(node, "value", value);
        return node.path("value").isNull() ? "" : node.path("value").asText();
    }
}
