package dev.interlock.sandbox.market;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Records of one kind as several systems hold them, and who each of them is.
 *
 * @param columns the first is the id of the record
 */
public record Sheet(String name, List<String> columns, List<Row> rows) {

    /**
     * One record.
     *
     * @param entity whom it stands for; records of one entity have the same
     * @param role how it was written: {@code ORIGINAL}, or by which kind of dirt it differs
     */
    public record Row(String entity, String role, List<String> values) {

        public Row {
            values = List.copyOf(values);
        }
    }

    Sheet(String name, List<String> columns) {
        this(name, columns, new ArrayList<>());
    }

    void add(String entity, String role, List<String> values) {
        if (values.size() + 1 != columns.size()) {
            throw new IllegalArgumentException(name + " has " + columns.size() + " columns");
        }
        rows.add(new Row(entity, role, values));
    }

    /** Mixes the rows, so that their order tells nothing, and numbers them. */
    void finish(Dice dice) {
        for (int at = rows.size() - 1; at > 0; at--) {
            Collections.swap(rows, at, dice.below(at + 1));
        }
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            List<String> all = new ArrayList<>(List.of(name.charAt(0) + Integer.toString(at + 1)));
            all.addAll(row.values());
            rows.set(at, new Row(row.entity(), row.role(), all));
        }
    }

    /** Writes NAME.csv and NAME-truth.csv, which has the columns id, entity and role. */
    void write(Path folder) throws IOException {
        write(folder.resolve(name + ".csv"), columns, rows.stream().map(Row::values));
        write(
                folder.resolve(name + "-truth.csv"),
                List.of("id", "entity", "role"),
                rows.stream().map(row -> List.of(row.values().getFirst(), row.entity(), row.role())));
    }

    /** Writes NAME.csv alone, of a sheet that is a truth or has one of its own. */
    void writeRows(Path folder) throws IOException {
        write(folder.resolve(name + ".csv"), columns, rows.stream().map(Row::values));
    }

    private static void write(Path file, List<String> header, Stream<List<String>> rows) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(header.toArray(String[]::new))
                .setRecordSeparator("\n")
                .get();
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            for (List<String> row : (Iterable<List<String>>) rows::iterator) {
                printer.printRecord(row);
            }
        }
    }
}
