package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Stage;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why is this value what it is? One record with its golden fields, where each came from, and its history. */
@Command(name = "show", description = "Show one record: each value, where it came from, links and history.")
final class ShowCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(index = "0", paramLabel = "SYSTEM", description = "The system that the id belongs to.")
    private String system = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The record's id there; old ids work, too.")
    private String id = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The golden record as of then: 2027-01-31T14:00:00Z, or a day, which means its end (UTC).")
    private Optional<String> at = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        SystemId from = Names.system(system, configuration);
        try (JdbcStagingStore store = Workshop.openStore(configuration)) {
            ArrayNode found = JsonNodeFactory.instance.arrayNode();
            store.inTransaction(stage -> {
                Set<EntityId> entities = stage.find(from, id);
                stage.dossiers(entities)
                        .values()
                        .forEach(dossier -> found.add(at.map(time -> PastRecord.json(dossier, stage, Times.point(time)))
                                .orElseGet(() -> describe(dossier, stage))));
                return found;
            });
            if (found.isEmpty()) {
                throw new NotPossible(Exit.UNFINISHED, "no record " + id + " of " + system + " is known");
            }
            PrintWriter out = spec.commandLine().getOut();
            found.forEach(one -> {
                if (shared.json) {
                    out.println(one);
                } else {
                    print((ObjectNode) one, out);
                }
            });
            out.flush();
            return Exit.OK.code();
        }
    }

    private static ObjectNode describe(Dossier dossier, Stage stage) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/show/v1");
        json.put("entity", dossier.golden().id().value())
                .put("record", dossier.golden().type().name())
                .put("standing", dossier.golden().standing().name());
        ArrayNode fields = json.putArray("fields");
        dossier.golden().fields().forEach((name, field) -> {
            ObjectNode one = fields.addObject()
                    .put("field", name)
                    .put("value", FieldValueText.show(field.value()))
                    .put("from", field.origin().by())
                    .put("at", field.origin().changedAt().toString())
                    .put("rule", field.origin().rule());
            ObjectNode said = one.putObject("systems");
            dossier.shadows()
                    .values()
                    .forEach(shadow -> said.put(
                            shadow.system().name(),
                            FieldValueText.show(shadow.observed().getOrDefault(name, FieldValue.EMPTY))));
            one.put("conflict", dossier.conflicts().containsKey(name));
        });
        ArrayNode links = json.putArray("links");
        dossier.shadows().values().forEach(shadow -> links.add(link(shadow)));
        putPredecessors(json, dossier, stage);
        ArrayNode history = json.putArray("history");
        stage.history(dossier.golden().id())
                .forEach(row -> history.addObject()
                        .put("at", row.at().toString())
                        .put("field", row.field())
                        .put("rule", row.rule())
                        .put("by", row.by())
                        .put("was", shown(row.was()))
                        .put("is", shown(row.is()))
                        .put("run", row.run()));
        return json;
    }

    private static ObjectNode link(Shadow shadow) {
        ObjectNode link = JsonNodeFactory.instance
                .objectNode()
                .put("system", shadow.system().name())
                .put("id", shadow.key().id())
                .put("state", shadow.state().name());
        shadow.aliases().forEach(link.putArray("aliases")::add);
        shadow.successors().stream()
                .map(key -> key.type() + " " + key.id())
                .sorted()
                .forEach(link.putArray("convertedInto")::add);
        return link;
    }

    /** What became a record of this entity by conversion. */
    private static void putPredecessors(ObjectNode json, Dossier dossier, Stage stage) {
        List<RecordKey> keys =
                dossier.shadows().values().stream().map(Shadow::key).toList();
        Set<EntityId> before = new TreeSet<>();
        stage.predecessors(keys).values().forEach(before::addAll);
        ArrayNode from = json.putArray("convertedFrom");
        stage.dossiers(before)
                .values()
                .forEach(one -> from.addObject()
                        .put("record", one.golden().type().name())
                        .put("entity", one.golden().id().value()));
    }

    private static String shown(String written) {
        return written.isEmpty() ? "" : FieldValueText.show(FieldValueText.read(written));
    }

    private static void print(ObjectNode record, PrintWriter out) {
        out.println(record.path("record").asText() + " " + record.path("entity").asText() + " "
                + record.path("standing").asText());
        record.path("links")
                .forEach(link -> out.printf(
                        "  %-13s %-22s %s %s%s%n",
                        link.path("system").asText(),
                        link.path("id").asText(),
                        link.path("state").asText(),
                        link.path("aliases").isEmpty() ? "" : "also " + link.path("aliases"),
                        link.path("convertedInto").isEmpty() ? "" : "converted into " + link.path("convertedInto")));
        record.path("convertedFrom")
                .forEach(from ->
                        out.println("  converted from " + from.path("record").asText() + " "
                                + from.path("entity").asText()));
        record.path("fields")
                .forEach(field -> out.printf(
                        "  %-16s %-32s from %s at %s (%s)%s%n",
                        field.path("field").asText(),
                        field.path("value").asText(),
                        field.path("from").asText(),
                        field.path("at").asText(),
                        field.path("rule").asText(),
                        field.path("conflict").asBoolean() ? "  CONFLICT " + field.path("systems") : ""));
        if (!record.path("history").isEmpty()) {
            out.println("  history");
        }
        record.path("history")
                .forEach(row -> out.printf(
                        "    %s %-14s %-18s '%s' -> '%s' by %s%n",
                        row.path("at").asText(),
                        row.path("field").asText(),
                        row.path("rule").asText(),
                        row.path("was").asText(),
                        row.path("is").asText(),
                        row.path("by").asText()));
    }
}
