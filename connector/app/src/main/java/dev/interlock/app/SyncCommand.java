package dev.interlock.app;

import dev.interlock.routes.LostStore;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.routes.system.Trouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads what changed everywhere, and brings everything in step. */
@Command(name = "sync", description = "Read what changed in every system and bring all of them in step.")
final class SyncCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Option(names = "--record", paramLabel = "TYPE", description = "Only this record type; may be repeated.")
    private Set<String> types = new TreeSet<>();

    @Option(names = "--system", paramLabel = "NAME", description = "Read from this system only; may be repeated.")
    private Set<String> systems = new TreeSet<>();

    @Option(names = "--full", description = "Read everything, not only what changed since the last run.")
    private boolean full;

    @Option(names = "--allow-deletes", description = "Let more deletes through than the safety net would.")
    private boolean allowDeletes;

    @Option(
            names = "--new-store",
            description = "Create records although others carry keys of another store, which was lost.")
    private boolean newStore;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var configuration = shared.configuration();
        Order order = new Order(
                Names.types(types, configuration),
                Names.systems(systems, configuration),
                full ? Order.Reach.EVERYTHING : Order.Reach.CHANGES,
                Order.Writes.HAND_OVER,
                allowDeletes ? Order.Deletes.ALLOWED : Order.Deletes.GUARDED);
        try (Workshop workshop = Workshop.open(configuration)) {
            if (newStore) {
                workshop.store().inTransaction(stage -> {
                    configuration.records().keySet().forEach(type -> LostStore.dismiss(stage, type));
                    return newStore;
                });
            }
            Report report = new Runner(workshop).run(order, Progress.watch());
            ReportText.print(report, spec.commandLine().getOut(), shared.json);
            return exit(report).code();
        }
    }

    /** The gravest thing that happened decides. */
    static Exit exit(Report report) {
        boolean denied = report.troubles().stream()
                .flatMap(trouble -> trouble.kind().stream())
                .anyMatch(kind -> kind == Trouble.Kind.LOGIN || kind == Trouble.Kind.PERMISSION);
        boolean away =
                report.troubles().stream().anyMatch(trouble -> trouble.kind().isPresent());
        if (denied) {
            return Exit.NOT_ALLOWED;
        }
        if (away) {
            return Exit.UNAVAILABLE;
        }
        return report.converged() && Runner.isClean(report) ? Exit.OK : Exit.UNFINISHED;
    }
}
