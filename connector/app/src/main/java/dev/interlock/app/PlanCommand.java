package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The dry run: reads everything that changed, plans it with the same planner, and writes nothing anywhere. */
@Command(name = "plan", description = "Show what a sync would write where, and why; write nothing.")
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--save", paramLabel = "FILE", description = "Save the plan, to carry out exactly this one later.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--detailed-exitcode", description = "Exit with 5 if the plan would change something.")
    private boolean detailed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        try (Workshop workshop = Workshop.rehearsal(configuration)) {
            Order order = new Order(
                    java.util.Set.of(),
                    java.util.Set.of(),
                    Order.Reach.CHANGES,
                    Order.Writes.STAGE_ONLY,
                    Order.Deletes.GUARDED);
            Report report = new Runner(workshop).run(order, Progress.watch());
            ObjectNode plan = new PlanJson(workshop.workplace()).of(report);
            save.ifPresent(file -> write(file, plan));
            print(plan);
            boolean changes = !plan.path("writes").isEmpty();
            return (changes && detailed ? Exit.CHANGES : report.troubles().isEmpty() ? Exit.OK : Exit.UNFINISHED)
                    .code();
        }
    }

    private void print(ObjectNode plan) {
        var out = spec.commandLine().getOut();
        if (shared.json) {
            out.println(plan);
        } else {
            PlanJson.print(plan, out);
        }
        out.flush();
    }

    private static void write(Path file, ObjectNode plan) {
        try {
            Files.writeString(file, plan.toPrettyString());
        } catch (IOException failed) {
            throw new NotPossible(Exit.CONFIGURATION, "the plan cannot be saved: " + failed.getMessage());
        }
    }
}
