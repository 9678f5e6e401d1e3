package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Forecast;
import dev.interlock.routes.Replay;
import dev.interlock.routes.ReplayJob;
import dev.interlock.routes.Report;
import dev.interlock.routes.Selection;
import dev.interlock.stage.Quarantined;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a replay would do: planned on a copy of the store that is thrown away. */
@Command(name = "plan", description = "Tell what a replay would do, and what it would cost; write nothing.")
final class ReplayPlanCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private FailuresListCommand.Where where = new FailuresListCommand.Where();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Configuration configuration = shared.configuration();
        Selection selection = where.selection(configuration);
        Map<SystemId, Long> left = new HashMap<>();
        Forecast forecast;
        try (Workshop rehearsal = Workshop.rehearsal(configuration)) {
            List<Quarantined> chosen =
                    rehearsal.workplace().store().inTransaction(stage -> where.chosen(selection, stage));
            forecast = foresee(rehearsal, chosen, spec.commandLine().getErr());
            configuration
                    .settings()
                    .systems()
                    .forEach((system, settings) ->
                            left.put(system, Math.max(0, settings.budget().perDay() - rehearsal.spentToday(system))));
        }
        Instant now = Clock.systemUTC().instant();
        try (Workshop workshop = Workshop.open(configuration)) {
            workshop.store().inTransaction(stage -> {
                ReplayJob known = ReplayJob.find(forecast.token(), stage).orElse(ReplayJob.of(forecast, now));
                boolean begun = known.state() == ReplayJob.State.RUNNING || known.state() == ReplayJob.State.STOPPED;
                (begun ? known : ReplayJob.of(forecast, now)).keep(stage);
                return known;
            });
        }
        ObjectNode json = ReplayText.json(forecast, left);
        PrintWriter out = spec.commandLine().getOut();
        if (shared.json) {
            out.println(json);
        } else {
            ReplayText.print(json, out);
        }
        out.flush();
        return Exit.OK.code();
    }

    /** What would become of these failures by now. */
    static Forecast foresee(Workshop rehearsal, List<Quarantined> chosen, PrintWriter notes) {
        Replay replay = new Replay(rehearsal.workplace(), Progress.watch());
        String run = Runner.newId(Clock.systemUTC().instant());
        Report read = replay.read(run);
        read.troubles().forEach(trouble -> notes.println(trouble.what()));
        return replay.foresee(chosen);
    }
}
