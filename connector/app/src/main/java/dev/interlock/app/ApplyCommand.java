package dev.interlock.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out a saved plan: exactly that one, or nothing. */
@Command(name = "apply", description = "Carry out a saved plan, if it is still what would be planned.")
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Parameters(paramLabel = "FILE", description = "The plan that 'interlock plan --save FILE' wrote.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        JsonNode saved = saved();
        Configuration configuration = shared.configuration();
        try (Workshop rehearsal = Workshop.rehearsal(configuration)) {
            Report read = new Runner(rehearsal).run(reading(), Progress.watch());
            ObjectNode now = new PlanJson(rehearsal.workplace()).of(read);
            if (!now.path("writes").equals(saved.path("writes"))
                    || !now.path("configuration").equals(saved.path("configuration"))) {
                throw new NotPossible(
                        Exit.CHANGES,
                        "the plan does not fit any more: records or configuration changed since it was made; "
                                + "nothing was written. Make a new one with 'interlock plan --save FILE'");
            }
        }
        try (Workshop workshop = Workshop.open(configuration)) {
            Report report = new Runner(workshop).run(Order.usual(), Progress.watch());
            ReportText.print(report, spec.commandLine().getOut(), shared.json);
            return SyncCommand.exit(report).code();
        }
    }

    private static Order reading() {
        return new Order(Set.of(), Set.of(), Order.Reach.CHANGES, Order.Writes.STAGE_ONLY, Order.Deletes.GUARDED);
    }

    private JsonNode saved() {
        try {
            JsonNode plan = new ObjectMapper().readTree(Files.readString(file));
            if (!plan.path("schema").asText().equals("interlock/plan/v1")) {
                throw new NotPossible(Exit.CONFIGURATION, file + " is no plan of this version");
            }
            return plan;
        } catch (JsonProcessingException broken) {
            throw new NotPossible(Exit.CONFIGURATION, file + " is no plan: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new NotPossible(Exit.CONFIGURATION, "cannot read " + unreadable.getMessage());
        }
    }
}
