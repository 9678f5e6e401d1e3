package dev.interlock.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A delimited file as it is: the first line names the columns. The delimiter is whichever of comma, semicolon, tab and bar the
 * first line has most; the encoding UTF-8, else Latin-1.
 *
 * @param rows with as many cells as there are columns
 */
record Table(Path file, List<String> columns, List<List<String>> rows) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Table read(Path file) {
        String text = text(file);
        List<List<String>> lines = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                lines.add(List.copyOf(record.toList()));
            }
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException broken) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    file + ": after line " + lines.size() + ": " + broken.getMessage() + "; it must be a CSV file");
        }
        if (lines.isEmpty()) {
            throw new NotPossible(Exit.CONFIGURATION, file + " is empty; its first line must name the columns");
        }
        List<String> header = lines.getFirst().stream().map(String::strip).toList();
        List<List<String>> rows = lines.subList(1, lines.size()).stream()
                .map(cells -> fitted(cells, header.size()))
                .toList();
        return new Table(file, header, rows);
    }

    private static List<String> fitted(List<String> cells, int width) {
        return IntStream.range(0, width)
                .mapToObj(at -> at < cells.size() ? cells.get(at) : "")
                .toList();
    }

    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char each : DELIMITERS) {
            best = count(first, each) > count(first, best) ? each : best;
        }
        return best;
    }

    private static long count(String line, char letter) {
        return line.chars().filter(each -> each == letter).count();
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = decoded(bytes);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException unreadable) {
            throw new NotPossible(Exit.CONFIGURATION, "cannot read " + unreadable.getMessage());
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The values of a column. */
    List<String> column(int at) {
        return rows.stream().map(row -> row.get(at).strip()).toList();
    }
}
