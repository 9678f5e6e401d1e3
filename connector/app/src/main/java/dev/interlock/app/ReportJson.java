package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.routes.Report;
import dev.interlock.routes.Tally;

/** A run's report as JSON, schema {@code interlock/sync/v1}. */
final class ReportJson {

    private ReportJson() {}

    static ObjectNode of(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "interlock/sync/v1").put("run", report.run()).put("converged", report.converged());
        json.put("seconds", report.took().toMillis() / 1000.0).put("written", report.written());
        ArrayNode lines = json.putArray("systems");
        long calls = 0;
        long least = 0;
        for (Report.Line line : report.lines()) {
            lines.add(line(line));
            calls += line.calls();
            least += line.least();
        }
        json.put("calls", calls).put("leastCalls", least);
        ArrayNode troubles = json.putArray("troubles");
        report.troubles().forEach(trouble -> troubles.add(trouble.what()));
        return json;
    }

    private static ObjectNode line(Report.Line line) {
        Tally tally = line.tally();
        return JsonNodeFactory.instance
                .objectNode()
                .put("system", line.system().name())
                .put("record", line.type().name())
                .put("read", tally.of(Tally.Of.READ))
                .put("created", tally.of(Tally.Of.CREATED))
                .put("updated", tally.of(Tally.Of.UPDATED))
                .put("deleted", tally.of(Tally.Of.DELETED))
                .put("unchanged", tally.of(Tally.Of.UNCHANGED))
                .put("conflicts", tally.of(Tally.Of.CONFLICTS))
                .put("quarantined", tally.of(Tally.Of.QUARANTINED))
                .put("waiting", tally.of(Tally.Of.WAITING))
                .put("calls", line.calls())
                .put("leastCalls", line.least())
                .put("seconds", line.took().toMillis() / 1000.0);
    }
}
