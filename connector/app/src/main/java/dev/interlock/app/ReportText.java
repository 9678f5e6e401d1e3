package dev.interlock.app;

import dev.interlock.routes.Report;
import dev.interlock.routes.Tally;
import java.io.PrintWriter;

/** A run's report as a person reads it. */
final class ReportText {

    private static final String ROW = "%-13s %-10s %7s %8s %8s %8s %10s %10s %12s %7s %7s%n";

    private ReportText() {}

    /** As a person reads it, or as JSON. */
    static void print(Report report, PrintWriter out, boolean json) {
        if (json) {
            out.println(ReportJson.of(report));
            out.flush();
        } else {
            print(report, out);
        }
    }

    private static void print(Report report, PrintWriter out) {
        out.printf(
                ROW,
                "system",
                "record",
                "read",
                "created",
                "updated",
                "deleted",
                "unchanged",
                "conflicts",
                "quarantined",
                "calls",
                "least");
        for (Report.Line line : report.lines()) {
            Tally tally = line.tally();
            out.printf(
                    ROW,
                    line.system(),
                    line.type(),
                    tally.of(Tally.Of.READ),
                    tally.of(Tally.Of.CREATED),
                    tally.of(Tally.Of.UPDATED),
                    tally.of(Tally.Of.DELETED),
                    tally.of(Tally.Of.UNCHANGED),
                    tally.of(Tally.Of.CONFLICTS),
                    tally.of(Tally.Of.QUARANTINED),
                    line.calls(),
                    line.least());
        }
        report.troubles().forEach(trouble -> out.println("! " + trouble));
        out.printf(
                "%s: %d written in %.1f s%s%n",
                report.converged() ? "converged" : "not converged yet",
                report.written(),
                report.took().toMillis() / 1000.0,
                Runner.isClean(report) ? "" : "; some records wait for a person: see interlock status");
        out.flush();
    }
}
