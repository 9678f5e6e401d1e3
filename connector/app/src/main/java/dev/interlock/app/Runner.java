package dev.interlock.app;

import dev.interlock.record.SystemId;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.routes.Sync;
import dev.interlock.routes.Watch;
import dev.interlock.stage.Ledger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes a run and keeps its report. */
final class Runner {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Workshop workshop;

    Runner(Workshop workshop) {
        this.workshop = workshop;
    }

    /** An id that sorts by time. */
    static String newId(Instant started) {
        return STAMP.format(started) + "-" + UUID.randomUUID().toString().substring(0, 4);
    }

    /** Runs once. The report is stored under the run's id, which also stands on every row of the audit. */
    Report run(Order order, Watch watch) {
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = newId(started);
        workshop.store().startRun(id);
        Report report = new Sync(workshop.workplace()).run(id, order, watch);
        Map<SystemId, Long> calls = new TreeMap<>();
        report.lines().forEach(line -> calls.merge(line.system(), line.calls(), Long::sum));
        workshop.bookCalls(calls);
        workshop.workplace().store().inTransaction(stage -> {
            stage.saveRun(new Ledger.Run(
                    id,
                    "sync",
                    started,
                    Instant.now(),
                    report.converged(),
                    ReportJson.of(report).toString()));
            return id;
        });
        return report;
    }

    /** Whether nothing was set aside or left to a person. */
    static boolean isClean(Report report) {
        return report.lines().stream()
                .allMatch(line -> line.tally().of(dev.interlock.routes.Tally.Of.QUARANTINED) == 0
                        && line.tally().of(dev.interlock.routes.Tally.Of.CONFLICTS) == 0);
    }
}
