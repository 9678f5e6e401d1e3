package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.plan.Dossier;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.Selection;
import dev.interlock.stage.FailureGroup;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One cause with its records and its remedy, or one record with everything that is known of its failure. */
@Command(name = "show", description = "Show one group, or one failed record: evidence, values, and what to do.")
final class FailuresShowCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(index = "0", paramLabel = "ID", description = "A group or a failure, as 'failures list' shows it.")
    private String id = "";

    @Option(names = "--limit", defaultValue = "10", description = "How many records of a group to show.")
    private int limit = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        Selection selection = Selection.of(List.of(), configuration);
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            ObjectNode json = store.inTransaction(stage -> found(stage, configuration, selection));
            PrintWriter out = spec.commandLine().getOut();
            if (shared.json) {
                out.println(json);
            } else if (json.has("failures")) {
                printGroup(json, out);
            } else {
                printFailure(json, out);
            }
            out.flush();
            return Exit.OK.code();
        }
    }

    private ObjectNode found(Stage stage, Configuration configuration, Selection selection) {
        Optional<Quarantined> one = stage.failureGroups().failure(id);
        if (one.isPresent()) {
            return FailureJson.failure(one.get(), selection, dossier(one.get(), stage));
        }
        Optional<FailureGroup> group = stage.failureGroups().group(id);
        return group.map(known -> group(
                        known,
                        Selection.of(List.of("group=" + id), configuration).in(stage),
                        selection))
                .orElseThrow(() -> new NotPossible(
                        Exit.UNFINISHED,
                        "no group or failure " + id
                                + " is open; 'interlock failures list --all' shows those that were"));
    }

    static Optional<Dossier> dossier(Quarantined failure, Stage stage) {
        return entity(failure, stage)
                .flatMap(entity ->
                        Optional.ofNullable(stage.dossiers(Set.of(entity)).get(entity)));
    }

    /** The entity that a failure is about, as far as it has one. */
    static Optional<EntityId> entity(Quarantined failure, Stage stage) {
        return failure.entity()
                .or(() -> failure.key()
                        .flatMap(key -> Optional.ofNullable(
                                stage.entities(Set.<RecordKey>of(key)).get(key))));
    }

    private ObjectNode group(FailureGroup group, List<Quarantined> open, Selection selection) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/failure-group/v1")
                .put("group", group.fingerprint())
                .put("state", FailureJson.lower(group.handling().state()))
                .put("open", group.open())
                .put("seen", group.seen())
                .put("first", group.first().toString())
                .put("last", group.last().toString())
                .put("decidedBy", group.handling().by())
                .put("reason", group.handling().reason());
        group.handling().assignee().ifPresent(who -> json.put("assignee", who));
        group.handling().until().ifPresent(end -> json.put("until", end.toString()));
        FailureJson.cause(json, group.newest());
        json.put(
                "groupedBy",
                "step, system, record type, code, columns, rule and: "
                        + group.newest().pattern());
        String response =
                open.stream().findFirst().map(one -> one.evidence().response()).orElse("");
        FailureJson.remedy(json, selection.remedy(group.newest(), response));
        ArrayNode failures = json.putArray("failures");
        open.stream()
                .limit(limit)
                .forEach(one -> failures.addObject()
                        .put("failure", one.id())
                        .put("what", one.traceKey())
                        .put("message", one.cause().message())
                        .put("attempts", one.attempts())
                        .put("since", one.since().toString()));
        return json;
    }

    private static void printGroup(ObjectNode group, PrintWriter out) {
        out.println(group.path("group").asText() + ": " + group.path("open").asLong() + " records, "
                + group.path("state").asText() + ", seen " + group.path("seen").asLong() + " times since "
                + group.path("first").asText());
        out.println("grouped by " + group.path("groupedBy").asText());
        printCause(group, out);
        for (JsonNode failure : group.path("failures")) {
            out.println("  " + failure.path("failure").asText() + "  "
                    + failure.path("what").asText() + "  "
                    + failure.path("attempts").asInt() + " attempts since "
                    + failure.path("since").asText());
        }
    }

    private static void printCause(ObjectNode json, PrintWriter out) {
        out.println(json.path("system").asText() + " " + json.path("record").asText() + ", "
                + json.path("step").asText() + ": " + json.path("code").asText());
        out.println("  " + json.path("message").asText());
        if (!json.path("rule").asText().isEmpty()) {
            out.println("  mapping rule: " + json.path("rule").asText());
        }
        out.println(json.path("class").asText() + ", "
                + FailureJson.healing(json.path("heals").asText()) + ", for "
                + json.path("who").asText());
        out.println("  " + json.path("meaning").asText());
        int number = 1;
        for (JsonNode step : json.path("steps")) {
            out.println("  " + number++ + ". " + step.asText());
        }
    }

    private static void printFailure(ObjectNode failure, PrintWriter out) {
        out.println(failure.path("failure").asText() + " of group "
                + failure.path("group").asText() + ", "
                + failure.path("attempts").asInt() + " attempts since "
                + failure.path("since").asText() + ", records " + failure.path("records"));
        printCause(failure, out);
        for (String part : List.of("payload", "request", "response")) {
            String text = failure.path(part).asText();
            out.println(part + ": " + (text.isEmpty() ? "none" : text));
        }
        out.printf("%-18s %-28s %-28s %-28s%n", "field", "last agreed", "there now", "shall be");
        failure.path("fields")
                .forEach(field -> out.printf(
                        "%-18s %-28s %-28s %-28s%s%n",
                        field.path("field").asText(),
                        field.path("lastAgreed").asText(),
                        field.path("there").asText(),
                        field.path("shallBe").asText(),
                        field.path("conflict").asBoolean() ? " CONFLICT" : ""));
    }
}
