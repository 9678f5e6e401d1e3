package dev.interlock.routes;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param converged whether every system that was asked could be read, nothing is left to be written, and nothing waits
 *     without a reason that is shown
 * @param troubles what went wrong with systems as a whole, in plain words
 */
public record Report(String run, boolean converged, List<Line> lines, List<Mishap> troubles, Duration took) {

    public Report {
        lines = List.copyOf(lines);
        troubles = List.copyOf(troubles);
    }

    /**
     * Something that went wrong with a system as a whole.
     *
     * @param kind what it means; empty for a mere notice, such as deletes that are held back
     */
    public record Mishap(String what, Optional<Trouble.Kind> kind) {
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * What happened to one type in one system.
     *
     * @param calls made, retries included, logins not
     * @param least the fewest calls the work could have taken: full pages and full batches
     */
    public record Line(SystemId system, RecordType type, Tally tally, long calls, long least, Duration took) {}

    public long written() {
        return lines.stream().mapToLong(line -> line.tally().written()).sum();
    }
}
