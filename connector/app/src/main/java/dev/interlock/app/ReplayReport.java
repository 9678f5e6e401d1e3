package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.interlock.routes.ReplayJob;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What became of each replayed failure, as a file: CSV or JSON Lines, by the name's ending. */
final class ReplayReport {

    private ReplayReport() {}

    static void refuseUnknownForm(Path file) {
        if (!isCsv(file) && !file.toString().endsWith(".jsonl")) {
            throw new NotPossible(Exit.CONFIGURATION, "--report writes .csv or .jsonl, not " + file.getFileName());
        }
    }

    private static boolean isCsv(Path file) {
        return file.toString().endsWith(".csv");
    }

    static void write(Path file, ReplayJob job) {
        try (Writer out = Files.newBufferedWriter(file)) {
            if (isCsv(file)) {
                csv(out, job);
            } else {
                lines(out, job);
            }
        } catch (IOException failed) {
            throw new NotPossible(Exit.UNFINISHED, "the report cannot be written: " + failed.getMessage());
        }
    }

    private static void csv(Writer out, ReplayJob job) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("replay", "failure", "result", "by", "reason")
                .get();
        try (CSVPrinter csv = new CSVPrinter(out, format)) {
            for (String key : job.digests().keySet()) {
                csv.printRecord(job.token(), key, result(job, key), harmless(job.by()), harmless(job.reason()));
            }
        }
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV Injection"). */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private static void lines(Writer out, ReplayJob job) throws IOException {
        for (Map.Entry<String, String> row : job.digests().entrySet()) {
            out.write(JsonNodeFactory.instance
                            .objectNode()
                            .put("replay", job.token())
                            .put("failure", row.getKey())
                            .put("result", result(job, row.getKey()))
                            .put("by", job.by())
                            .put("reason", job.reason())
                    + "\n");
        }
    }

    private static String result(ReplayJob job, String key) {
        return job.results().containsKey(key) ? String.valueOf(job.results().get(key)) : "NOT_SENT";
    }
}
