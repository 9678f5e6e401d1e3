package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Forecast;
import dev.interlock.routes.Replay;
import dev.interlock.routes.ReplayJob;
import java.io.PrintWriter;
import java.util.Map;

/** Replays in words and as JSON. */
final class ReplayText {

    private static final int SHOWN = 20;

    private ReplayText() {}

    static String line(ReplayJob job) {
        return job.token() + "  " + job.state() + "  planned " + job.planned() + "  "
                + job.results().size() + " of "
                + job.digests().size() + " sent: " + count(job, Replay.Result.DONE) + " went through, "
                + count(job, Replay.Result.FAILED) + " failed again, " + count(job, Replay.Result.LATER) + " wait"
                + (job.by().isEmpty() ? "" : "  by " + job.by() + ": " + job.reason());
    }

    static ObjectNode json(ReplayJob job) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/replay/v1")
                .put("token", job.token())
                .put("state", job.state().name())
                .put("planned", job.planned().toString())
                .put("by", job.by())
                .put("reason", job.reason())
                .put("chosen", job.digests().size())
                .put("sent", job.results().size());
        for (Replay.Result result : Replay.Result.values()) {
            json.put(FailureJson.lower(result), count(job, result));
        }
        return json;
    }

    private static long count(ReplayJob job, Replay.Result wanted) {
        return job.results().values().stream()
                .filter(result -> result == wanted)
                .count();
    }

    /** @param budgetLeft calls that each system may still be asked today */
    static ObjectNode json(Forecast forecast, Map<SystemId, Long> budgetLeft) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/replay-plan/v1")
                .put("token", forecast.token())
                .put("chosen", forecast.rows().size());
        forecast.counts().forEach((outcome, count) -> json.put(FailureJson.lower(outcome), count));
        json.put(
                "changedSinceFailure",
                forecast.rows().stream().filter(Forecast.Row::hasChanged).count());
        ObjectNode calls = json.putObject("calls");
        forecast.calls()
                .forEach((system, needed) -> calls.putObject(system.name())
                        .put("needed", needed)
                        .put("budgetLeft", budgetLeft.getOrDefault(system, 0L)));
        forecast.rows()
                .forEach(row -> json.withArrayProperty("failures")
                        .addObject()
                        .put("failure", row.id())
                        .put("what", row.traceKey())
                        .put("outcome", row.outcome().name())
                        .put("why", row.why())
                        .put("changed", row.hasChanged()));
        return json;
    }

    static void print(ObjectNode plan, PrintWriter out) {
        out.println(plan.path("chosen").asInt() + " failures: "
                + plan.path("create").asInt() + " to create, "
                + plan.path("update").asInt() + " to update, "
                + plan.path("delete").asInt() + " to delete, "
                + plan.path("nothing").asInt() + " nothing to do, "
                + plan.path("conflict").asInt()
                + " would conflict, " + plan.path("invalid").asInt() + " still invalid");
        out.println(plan.path("changedSinceFailure").asInt() + " records changed since they failed");
        plan.path("calls")
                .properties()
                .forEach(system -> out.println("  " + system.getKey() + ": "
                        + system.getValue().path("needed").asLong() + " calls needed, "
                        + system.getValue().path("budgetLeft").asLong() + " left today"));
        plan.path("failures")
                .valueStream()
                .limit(SHOWN)
                .forEach(row -> out.println("  " + row.path("failure").asText() + "  "
                        + row.path("outcome").asText() + (row.path("changed").asBoolean() ? " (changed)" : "") + "  "
                        + row.path("why").asText()));
        out.println("nothing was written; carry it out with 'interlock replay apply "
                + plan.path("token").asText() + " --reason ...' within " + ReplayJob.VALID.toMinutes() + " minutes");
    }
}
