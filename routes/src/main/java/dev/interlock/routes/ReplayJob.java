package dev.interlock.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.routes.system.Json;
import dev.interlock.stage.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A replay that was planned, and how far it came. Its selection is frozen: failures that come later are not part of it.
 *
 * @param digests by trace key, what the plan rests on
 * @param results by trace key, what became of those that were sent
 * @param by who had it carried out; blank before
 * @param reason why; blank before
 */
public record ReplayJob(
        String token,
        State state,
        Instant planned,
        Map<String, String> digests,
        Map<String, Replay.Result> results,
        String by,
        String reason) {

    /** After this time a plan has to be made anew. */
    public static final Duration VALID = Duration.ofMinutes(30);

    private static final String PREFIX = "replay ";
    private static final String INDEX = "replays";
    private static final int KEPT = 100;

    /** The life of a job. */
    public enum State {
        PLANNED,
        /** It is being carried out, or was when the process died: applying it again goes on with the rest. */
        RUNNING,
        /** Too many failed, or somebody stopped it: applying it again goes on with the rest. */
        STOPPED,
        DONE,
        CANCELLED
    }

    public ReplayJob {
        digests = new LinkedHashMap<>(digests);
        results = new TreeMap<>(results);
    }

    /** A job that was just planned. */
    public static ReplayJob of(Forecast forecast, Instant now) {
        Map<String, String> digests = new LinkedHashMap<>();
        forecast.rows().forEach(row -> digests.put(row.traceKey(), row.digest()));
        return new ReplayJob(forecast.token(), State.PLANNED, now, digests, Map.of(), "", "");
    }

    /** Trace keys of what is still to be sent, in order. */
    public List<String> open() {
        return digests.keySet().stream()
                .filter(key -> !results.containsKey(key))
                .toList();
    }

    /** Whether the plan is too old to be begun. */
    public boolean isExpired(Instant now) {
        return state == State.PLANNED && planned.plus(VALID).isBefore(now);
    }

    public ReplayJob in(State next) {
        return new ReplayJob(token, next, planned, digests, results, by, reason);
    }

    /** This job, begun by somebody for a reason. */
    public ReplayJob begun(String who, String why) {
        return new ReplayJob(token, State.RUNNING, planned, digests, results, who, why);
    }

    /** This job with more results. */
    public ReplayJob with(Map<String, Replay.Result> more) {
        Map<String, Replay.Result> all = new TreeMap<>(results);
        all.putAll(more);
        return new ReplayJob(token, state, planned, digests, all, by, reason);
    }

    /** Keeps the job; the oldest of more than a hundred are forgotten. */
    public void keep(Ledger ledger) {
        ledger.remember(PREFIX + token, write().toString());
        List<String> tokens = new ArrayList<>(tokens(ledger));
        tokens.remove(token);
        tokens.add(token);
        ledger.remember(INDEX, String.join(" ", tokens.subList(Math.max(0, tokens.size() - KEPT), tokens.size())));
    }

    public static Optional<ReplayJob> find(String token, Ledger ledger) {
        return ledger.remembered(PREFIX + token).map(ReplayJob::read);
    }

    /** Jobs that are remembered, the newest last. */
    public static List<ReplayJob> all(Ledger ledger) {
        return tokens(ledger).stream()
                .flatMap(token -> find(token, ledger).stream())
                .toList();
    }

    private static List<String> tokens(Ledger ledger) {
        return ledger.remembered(INDEX)
                .map(text -> List.of(text.split(" ", -1)))
                .orElse(List.of());
    }

    private ObjectNode write() {
        ObjectNode json = Json.object()
                .put("token", token)
                .put("state", state.name())
                .put("planned", planned.toString())
                .put("by", by)
                .put("reason", reason);
        ObjectNode rows = json.putObject("digests");
        digests.forEach(rows::put);
        ObjectNode done = json.putObject("results");
        results.forEach((key, result) -> done.put(key, result.name()));
        return json;
    }

    private static ReplayJob read(String text) {
        JsonNode json = Json.read(text);
        Map<String, String> digests = new LinkedHashMap<>();
        json.path("digests")
                .properties()
                .forEach(row -> digests.put(row.getKey(), row.getValue().asText()));
        Map<String, Replay.Result> results = new TreeMap<>();
        json.path("results")
                .properties()
                .forEach(row -> results.put(
                        row.getKey(), Replay.Result.valueOf(row.getValue().asText())));
        return new ReplayJob(
                json.path("token").asText(),
                State.valueOf(json.path("state").asText()),
                Instant.parse(json.path("planned").asText()),
                digests,
                results,
                json.path("by").asText(),
                json.path("reason").asText());
    }
}
