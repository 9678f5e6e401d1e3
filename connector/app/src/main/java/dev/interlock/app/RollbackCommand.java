package dev.interlock.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.record.FieldValueText;
import dev.interlock.routes.Rollback;
import dev.interlock.routes.Rollback.Verdict;
import dev.interlock.stage.Ledger;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts back the values that a run overwrote, where nobody edited them since. */
@Command(
        name = "rollback",
        description = "Put back the values that a run overwrote, except where they were edited since.")
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Signature signature = new Signature();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run, as 'status' and 'show' print it.")
    private String run = "";

    @ArgGroup(multiplicity = "1")
    private Doing doing = new Doing();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Tell, or do. */
    static final class Doing {
        @Option(names = "--plan", description = "Tell what would be put back; write nothing.")
        private boolean plan;

        @Option(names = "--apply", description = "Put it back.")
        private boolean apply;
    }

    @Override
    public Integer call() {
        signature.reason();
        Configuration configuration = shared.configuration();
        Instant started = Clock.systemUTC().instant();
        String id = Runner.newId(started);
        try (Workshop workshop = doing.apply ? Workshop.open(configuration) : Workshop.rehearsal(configuration)) {
            Rollback rollback = new Rollback(workshop.workplace(), Progress.watch());
            workshop.store().startRun(id);
            rollback.read(id)
                    .troubles()
                    .forEach(trouble -> spec.commandLine().getErr().println(trouble.what()));
            Rollback.Outlook outlook =
                    doing.apply ? rollback.apply(run, signature.by(), signature.reason()) : rollback.outlook(run);
            if (outlook.items().isEmpty() && outlook.created() + outlook.deleted() == 0) {
                throw new NotPossible(Exit.UNFINISHED, "run " + run + " wrote nothing, or there was none of that name");
            }
            ObjectNode json = json(outlook);
            if (doing.apply) {
                keep(workshop, id, started, json);
            }
            print(json, outlook);
            return (outlook.restorable().size() == outlook.items().size() ? Exit.OK : Exit.UNFINISHED).code();
        }
    }

    private static void keep(Workshop workshop, String id, Instant started, ObjectNode report) {
        workshop.store().inTransaction(stage -> {
            stage.saveRun(
                    new Ledger.Run(id, "rollback", started, Clock.systemUTC().instant(), true, report.toString()));
            return id;
        });
    }

    private ObjectNode json(Rollback.Outlook outlook) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/rollback/v1")
                .put("run", outlook.run())
                .put("applied", doing.apply)
                .put("created", outlook.created())
                .put("deleted", outlook.deleted());
        for (Verdict verdict : Verdict.values()) {
            json.put(
                    FailureJson.lower(verdict),
                    outlook.items().stream()
                            .filter(item -> item.verdict() == verdict)
                            .count());
        }
        outlook.items()
                .forEach(item -> json.withArrayProperty("fields")
                        .addObject()
                        .put("entity", item.entity().value())
                        .put("field", item.field())
                        .put("is", FieldValueText.show(item.is()))
                        .put("was", FieldValueText.show(item.was()))
                        .put("verdict", item.verdict().name()));
        return json;
    }

    private void print(ObjectNode json, Rollback.Outlook outlook) {
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json) {
            out.println(json);
        } else {
            outlook.items()
                    .forEach(item -> out.println("  " + item.entity() + " " + item.field() + ": '"
                            + FieldValueText.show(item.is()) + "' -> '" + FieldValueText.show(item.was()) + "'  "
                            + item.verdict()));
            out.println((doing.apply ? "put back " : "would put back ")
                    + outlook.restorable().size() + " of "
                    + outlook.items().size() + " values; " + outlook.created() + " records that the run created and "
                    + outlook.deleted() + " that it deleted are left as they are");
        }
        out.flush();
    }
}
