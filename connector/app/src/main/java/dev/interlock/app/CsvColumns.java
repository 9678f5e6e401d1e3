package dev.interlock.app;

import dev.interlock.mapping.Yaml;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Turns the rows of a CSV file into the fields of an object, as whoever imports a file into a system does. Per target field:
 * the column's name, or a mapping with {@code column}, {@code date} (a pattern), {@code map} (value to value), {@code
 * otherwise} (for a blank), or {@code text} (with {@code {column}} and {@code {column|slug}} filled in). A file may
 * get a {@code header} and fields that are {@code set} for all its rows. Rows that are the same in every respect are folded
 * into one.
 */
record CsvColumns(Yaml.Mapping yaml) {

    private static final Pattern HOLE = Pattern.compile("\\{([^}|]+)(\\|slug)?}");

    List<Map<String, String>> rows(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Set<Map<String, String>> rows = new LinkedHashSet<>();
            Map<String, String> set = set(file);
            for (CSVRecord record : format(file).parse(in)) {
                Map<String, String> row = yaml.get("fields").isPresent() ? mapped(record) : plain(record);
                if (!row.isEmpty()) {
                    row.putAll(set);
                    rows.add(row);
                }
            }
            return new ArrayList<>(rows);
        } catch (IOException unreadable) {
            throw new NotPossible(Exit.CONFIGURATION, "cannot read " + unreadable.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new NotPossible(Exit.CONFIGURATION, file + ": " + wrong.getMessage());
        }
    }

    /** A file without a header gets the one that {@code header:} gives for its name. */
    private CSVFormat format(Path file) {
        CSVFormat.Builder format =
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true);
        Optional<Yaml> header = yaml.mapping("header").get(file.getFileName().toString());
        if (header.isPresent() && header.get() instanceof Yaml.Sequence names) {
            String[] columns = names.items().stream()
                    .map(item -> item instanceof Yaml.Scalar scalar ? scalar.text() : "")
                    .toArray(String[]::new);
            return format.setHeader(columns).get();
        }
        return format.setHeader().setSkipHeaderRecord(true).get();
    }

    /** Fields that every row of a file gets, by the file's name. */
    private Map<String, String> set(Path file) {
        Map<String, String> set = new LinkedHashMap<>();
        Yaml.Mapping fixed = yaml.mapping("set").mapping(file.getFileName().toString());
        fixed.names().forEach(name -> set.put(name, fixed.text(name).orElse("")));
        return set;
    }

    private static Map<String, String> plain(CSVRecord record) {
        Map<String, String> row = new LinkedHashMap<>();
        record.toMap().forEach((column, value) -> {
            if (!value.isBlank()) {
                row.put(column, value);
            }
        });
        return row;
    }

    private Map<String, String> mapped(CSVRecord record) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Yaml.Entry field : yaml.mapping("fields").entries()) {
            String value = switch (field.value()) {
                case Yaml.Scalar scalar -> cell(record, scalar.text());
                case Yaml.Mapping rule -> ruled(record, rule);
                case Yaml.Sequence none -> throw new IllegalArgumentException(field.name() + " cannot be a list");
            };
            if (!value.isBlank()) {
                row.put(field.name(), value);
            }
        }
        return row;
    }

    private static String ruled(CSVRecord record, Yaml.Mapping rule) {
        String value = rule.text("text")
                .map(text -> filled(record, text))
                .orElseGet(() -> cell(record, rule.text("column").orElse("")));
        if (!value.isEmpty() && rule.text("date").isPresent()) {
            value = LocalDate.parse(
                            value, DateTimeFormatter.ofPattern(rule.text("date").get()))
                    .toString();
        }
        value = rule.mapping("map").text(value).orElse(value);
        return value.isEmpty() ? rule.text("otherwise").orElse("") : value;
    }

    private static String filled(CSVRecord record, String text) {
        Matcher hole = HOLE.matcher(text);
        return hole.replaceAll(found -> {
            String value = cell(record, found.group(1));
            String put = found.group(2) == null
                    ? value
                    : value.toLowerCase(java.util.Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", "");
            return Matcher.quoteReplacement(put);
        });
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }
}
