package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.match.Inference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of an exercise at one threshold, for people and for programs. */
record Evaluation(Exercise exercise, Tally tally, double threshold, double recordsPerSecond) {

    private static final double DIGITS = 1e6;

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "interlock/match-evaluate/v1");
        json.setAll(point());
        json.put("recordsPerSecond", Math.round(recordsPerSecond)).put("records", exercise.size());
        json.put("idColumn", exercise.idColumn())
                .put("truthShape", exercise.truth().shape());
        ArrayNode columns = json.putArray("columns");
        for (Inference each : exercise.inferred()) {
            columns.addObject()
                    .put("column", each.column().name())
                    .put("kind", each.column().trait().name().toLowerCase(Locale.ROOT))
                    .put("why", each.why());
        }
        return json;
    }

    /** Precision, recall and F1 at the threshold. */
    ObjectNode point() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("precision", rounded(tally.precision()))
                .put("recall", rounded(tally.recall()))
                .put("f1", rounded(tally.f1()))
                .put("truePairs", tally.all())
                .put("foundPairs", tally.found())
                .put("threshold", threshold);
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("records   " + exercise.size() + ", named by '" + exercise.idColumn() + "'");
        lines.add("truth     " + exercise.truth().shape());
        for (Inference each : exercise.inferred()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-24s %-22s %s",
                    each.column().name(),
                    each.column().trait().words(),
                    each.why()));
        }
        lines.add(line());
        lines.add(String.format(Locale.ROOT, "%.0f records per second", recordsPerSecond));
        return lines;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "threshold %-6s precision %.4f  recall %.4f  F1 %.4f  (%d of %d true pairs, %d found)",
                threshold,
                tally.precision(),
                tally.recall(),
                tally.f1(),
                tally.right(),
                tally.all(),
                tally.found());
    }
}
