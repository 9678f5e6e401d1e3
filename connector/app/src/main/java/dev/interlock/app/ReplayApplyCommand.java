package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.plan.Conflict;
import dev.interlock.routes.Forecast;
import dev.interlock.routes.Replay;
import dev.interlock.routes.ReplayJob;
import dev.interlock.routes.Selection;
import dev.interlock.stage.Ledger;
import dev.interlock.stage.Quarantined;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Carries out a planned replay: exactly that one, or nothing. A few go first; too many failures among them stop the rest. */
@Command(name = "apply", description = "Carry out a planned replay, if it is still what would be planned.")
final class ReplayApplyCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Mixin
    private Signature signature = new Signature();

    @Parameters(index = "0", paramLabel = "TOKEN", description = "As 'replay plan' printed it.")
    private String token = "";

    @Option(names = "--canary", defaultValue = "10", description = "How many go first (default: ${DEFAULT-VALUE}).")
    private int canary = 10;

    @Option(
            names = "--stop-above",
            defaultValue = "20",
            paramLabel = "PERCENT",
            description = "Stop when more of those sent fail again (default: ${DEFAULT-VALUE}).")
    private int stopAbove = 20;

    @Option(names = "--rate", paramLabel = "PER-MINUTE", description = "At most so many records a minute.")
    private Optional<Integer> rate = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Write what became of each: .csv or .jsonl.")
    private Optional<Path> report = Optional.empty();

    /** What became of those sent by this call: what was sent before it was stopped is another matter. */
    private final Map<Replay.Result, Long> sentNow = new EnumMap<>(Replay.Result.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        signature.reason();
        Configuration configuration = shared.configuration();
        report.ifPresent(ReplayReport::refuseUnknownForm);
        ReplayJob job;
        try (Workshop rehearsal = Workshop.rehearsal(configuration)) {
            job = rehearsal.store().inTransaction(stage -> ReplayCommand.find(token, ReplayJob.find(token, stage)));
            if (job.state() != ReplayJob.State.DONE) {
                refuseOther(job, rehearsal);
            }
        }
        if (job.state() != ReplayJob.State.DONE) {
            try (Workshop workshop = Workshop.open(configuration)) {
                job = carryOut(job, workshop);
            }
        }
        return tell(job);
    }

    private void refuseOther(ReplayJob job, Workshop rehearsal) {
        if (job.state() == ReplayJob.State.CANCELLED) {
            throw new NotPossible(Exit.CHANGES, "the replay was cancelled; make a new plan");
        }
        if (job.isExpired(Clock.systemUTC().instant())) {
            throw new NotPossible(
                    Exit.CHANGES,
                    "the plan is older than " + ReplayJob.VALID.toMinutes()
                            + " minutes; nothing was written. Make a new one with 'interlock replay plan'");
        }
        Forecast now = ReplayPlanCommand.foresee(
                rehearsal, chosen(job, rehearsal), spec.commandLine().getErr());
        List<String> moved = job.open().stream()
                .filter(key -> now.rows().stream()
                        .noneMatch(row -> row.traceKey().equals(key)
                                && row.digest().equals(job.digests().get(key))))
                .toList();
        if (!moved.isEmpty()) {
            throw new NotPossible(
                    Exit.CHANGES,
                    moved.size()
                            + " of the planned records or the configuration changed since the plan was made, such as "
                            + moved.getFirst() + "; nothing was written. Make a new one with 'interlock replay plan'");
        }
    }

    /** What the job has still to send, as it stands in the store. */
    private static List<Quarantined> chosen(ReplayJob job, Workshop workshop) {
        Set<String> open = new HashSet<>(job.open());
        Selection all = Selection.of(List.of(), workshop.workplace().configuration());
        return workshop.workplace().store().inTransaction(all::in).stream()
                .filter(one -> open.contains(one.traceKey()))
                .toList();
    }

    private ReplayJob carryOut(ReplayJob planned, Workshop workshop) {
        Instant started = Clock.systemUTC().instant();
        String run = Runner.newId(started);
        workshop.store().startRun(run);
        ReplayJob job = planned.begun(signature.by(), signature.reason());
        Replay replay = new Replay(workshop.workplace(), Progress.watch());
        replay.read(run);
        List<Quarantined> chosen = chosen(job, workshop);
        int from = 0;
        while (from < chosen.size() && job.state() == ReplayJob.State.RUNNING) {
            int size = from == 0 ? Math.max(1, canary) : pageSize();
            List<Quarantined> page = chosen.subList(from, Math.min(chosen.size(), from + size));
            job = page(job, page, workshop, replay);
            from += page.size();
            pace(page.size(), from < chosen.size(), workshop);
        }
        ReplayJob ended = job.state() == ReplayJob.State.RUNNING ? job.in(ReplayJob.State.DONE) : job;
        workshop.store().inTransaction(stage -> {
            ended.keep(stage);
            stage.saveRun(new Ledger.Run(
                    run,
                    "replay",
                    started,
                    Clock.systemUTC().instant(),
                    ended.state() == ReplayJob.State.DONE,
                    ReplayText.json(ended).toString()));
            return ended;
        });
        return ended;
    }

    private ReplayJob page(ReplayJob job, List<Quarantined> page, Workshop workshop, Replay replay) {
        workshop.store().inTransaction(stage -> {
            job.keep(stage);
            stage.audit(page.stream()
                    .flatMap(failure -> FailuresShowCommand.entity(failure, stage).stream())
                    .distinct()
                    .map(entity -> new Ledger.AuditRow(
                            entity,
                            Conflict.WHOLE_RECORD,
                            "replayed " + token + ", reason: " + signature.reason(),
                            signature.by(),
                            "",
                            "",
                            "",
                            Clock.systemUTC().instant()))
                    .toList());
            return page;
        });
        Map<String, Replay.Result> results = replay.send(page);
        ReplayJob after = job.with(results);
        results.values().forEach(result -> sentNow.merge(result, 1L, Long::sum));
        long sent = sentNow.values().stream().mapToLong(Long::longValue).sum();
        boolean tooMany = sentNow.getOrDefault(Replay.Result.FAILED, 0L) * 100 > stopAbove * sent;
        ReplayJob next = tooMany ? after.in(ReplayJob.State.STOPPED) : after;
        workshop.store().inTransaction(stage -> {
            next.keep(stage);
            return next;
        });
        return next;
    }

    private int pageSize() {
        return rate.map(perMinute -> Math.max(1, Math.min(200, perMinute))).orElse(200);
    }

    private void pace(int sent, boolean more, Workshop workshop) {
        if (more) {
            rate.ifPresent(perMinute ->
                    workshop.workplace().pause().accept(Duration.ofMillis(sent * 60_000L / Math.max(1, perMinute))));
        }
    }

    private int tell(ReplayJob job) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(shared.json ? ReplayText.json(job) : ReplayText.line(job));
        if (job.state() == ReplayJob.State.STOPPED && !shared.json) {
            out.println("stopped: too many failed again; " + job.open().size()
                    + " were not sent. See 'interlock failures list'");
        }
        out.flush();
        report.ifPresent(file -> ReplayReport.write(file, job));
        boolean clean = job.state() == ReplayJob.State.DONE
                && job.results().values().stream().collect(Collectors.toSet()).equals(Set.of(Replay.Result.DONE));
        return (clean ? Exit.OK : Exit.UNFINISHED).code();
    }
}
