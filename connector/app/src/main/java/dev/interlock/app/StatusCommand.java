package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValueText;
import dev.interlock.routes.Pauses;
import dev.interlock.routes.Selection;
import dev.interlock.stage.FailureGroup;
import dev.interlock.stage.Leases;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Is everything in step? Asks the store alone; no system is called. */
@Command(name = "status", description = "Show what is staged, what waits for a person, and how the last run went.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--limit", defaultValue = "20", description = "How many waiting records to show.")
    private int limit = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            ObjectNode status = store.inTransaction(stage -> status(configuration, stage));
            working(status.putArray("working"), store.leases().held());
            PrintWriter out = spec.commandLine().getOut();
            if (shared.json) {
                out.println(status);
            } else {
                print(status, out);
            }
            out.flush();
            boolean clean = status.path("failures").isEmpty()
                    && status.path("conflicts").path("count").asLong() == 0;
            return (clean ? Exit.OK : Exit.UNFINISHED).code();
        }
    }

    private ObjectNode status(Configuration configuration, Stage stage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/status/v1");
        ObjectNode entities = json.putObject("entities");
        stage.countEntities().forEach((type, count) -> entities.put(type.name(), count));
        ObjectNode open = json.putObject("open");
        configuration.settings().systems().keySet().forEach(system -> {
            ObjectNode counts = open.putObject(system.name());
            stage.countOpen(system).forEach((state, count) -> counts.put(state.name(), count));
        });
        paused(json.putArray("paused"), configuration, stage);
        failures(json.putArray("failures"), configuration, stage);
        quarantined(json.putObject("quarantined").put("count", stage.countQuarantined()), stage);
        conflicts(json.putObject("conflicts").put("count", stage.countConflicts()), stage);
        stage.lastRun()
                .ifPresent(run -> json.putObject("lastRun")
                        .put("id", run.id())
                        .put("ended", run.ended().toString())
                        .put("converged", run.converged()));
        return json;
    }

    /** Which process works on what, where several share the store. */
    private static void working(ArrayNode json, List<Leases.Held> held) {
        held.forEach(each -> json.addObject()
                .put("record", each.lease().name())
                .put("process", each.lease().holder())
                .put("until", each.until().toString()));
    }

    private static void paused(ArrayNode json, Configuration configuration, Stage stage) {
        Instant now = Clock.systemUTC().instant();
        configuration
                .settings()
                .systems()
                .keySet()
                .forEach(system -> Pauses.of(system, now, stage)
                        .ifPresent(pause -> json.addObject()
                                .put("system", system.name())
                                .put("why", pause.why())
                                .put("until", pause.until().toString())
                                .put("words", pause.toString())));
    }

    /** Causes that people should look at; what was snoozed or ignored is left out. */
    private static void failures(ArrayNode json, Configuration configuration, Stage stage) {
        Selection selection = Selection.of(List.of(), configuration);
        stage.failureGroups().all().stream()
                .filter(group -> group.handling().state() == FailureGroup.State.OPEN)
                .forEach(group -> json.addObject()
                        .put("group", group.fingerprint())
                        .put("open", group.open())
                        .put("system", group.newest().system().name())
                        .put("code", group.newest().code())
                        .put("meaning", selection.remedy(group.newest(), "").meaning()));
    }

    private void quarantined(ObjectNode json, Stage stage) {
        var shown = json.putArray("first");
        for (Quarantined one : stage.quarantined("", limit)) {
            shown.addObject()
                    .put("what", one.traceKey())
                    .put("code", one.cause().code())
                    .put("message", one.cause().message())
                    .put("attempts", one.attempts());
        }
    }

    private void conflicts(ObjectNode json, Stage stage) {
        var shown = json.putArray("first");
        for (Map.Entry<EntityId, List<Conflict>> entity :
                stage.conflicts("", limit).entrySet()) {
            for (Conflict conflict : entity.getValue()) {
                ObjectNode one = shown.addObject()
                        .put("entity", entity.getKey().value())
                        .put("field", conflict.field())
                        .put("kind", conflict.kind().name())
                        .put("why", conflict.why());
                conflict.ancestor().ifPresent(value -> one.put("ancestor", FieldValueText.show(value)));
                ObjectNode values = one.putObject("values");
                conflict.values().forEach((system, value) -> values.put(system.name(), FieldValueText.show(value)));
            }
        }
    }

    private static void print(ObjectNode status, PrintWriter out) {
        out.println("entities     " + status.path("entities"));
        out.println("to be sent   " + status.path("open"));
        out.println("last run     " + status.path("lastRun"));
        out.println("conflicts    " + status.path("conflicts").path("count"));
        status.path("conflicts").path("first").forEach(conflict -> out.println("    " + conflict));
        status.path("working")
                .forEach(one -> out.println("working      "
                        + one.path("process").asText() + " on "
                        + one.path("record").asText() + ", at least until "
                        + one.path("until").asText()));
        status.path("paused").forEach(one -> out.println(one.path("words").asText()));
        status.path("failures")
                .forEach(group ->
                        out.println("failure      " + group.path("group").asText() + ": "
                                + group.path("open").asLong() + " records, "
                                + group.path("system").asText() + " "
                                + group.path("code").asText() + ": "
                                + group.path("meaning").asText()));
        out.println("set aside    " + status.path("quarantined").path("count"));
        status.path("quarantined")
                .path("first")
                .forEach(one -> out.println("    "
                        + one.path("what").asText() + ": " + one.path("code").asText() + " "
                        + one.path("message").asText()));
    }
}
