package dev.interlock.routes;

import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Trouble;
import dev.interlock.stage.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Systems that want to be left alone for a while: told as a pause with its end, and never as a failure of any record. */
public final class Pauses {

    private static final String NAME = "paused ";

    private static final String NOT_BEFORE = "not before ";

    /** What is over sooner is not worth telling. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** How long a limit is taken to last that does not tell. */
    static final Duration UNTOLD = Duration.ofHours(1);

    private Pauses() {}

    /**
     * A pause.
     *
     * @param why the system's own code: {@code REQUEST_LIMIT_EXCEEDED}
     */
    public record Pause(SystemId system, String why, Instant until) {

        @Override
        public String toString() {
            return "paused: " + system + " " + why + ", resumes about "
                    + until.toString().substring(0, 16).replace('T', ' ') + " UTC";
        }
    }

    /** What a limit that was met means for the system: as long as it says; our own budget is filled again at midnight. */
    static Pause of(SystemId system, Trouble limit, Instant now) {
        boolean ours = limit.failure().code().equals("DAILY_BUDGET_SPENT");
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        return new Pause(
                system,
                limit.failure().code(),
                ours ? midnight : now.plus(limit.after().orElse(UNTOLD)));
    }

    /** Keeps a pause that is long enough to be asked about. */
    static void keep(Pause pause, Instant now, Ledger ledger) {
        if (Duration.between(now, pause.until()).compareTo(SHORTEST) >= 0) {
            ledger.remember(NAME + pause.system(), pause.until() + " " + pause.why());
        }
    }

    /**
     * Remembers for whichever run comes next what the system asked for: no call before then. What is only guessed of a limit
     * that does not tell is not remembered so: a person may have lifted it before.
     */
    static void asked(SystemId system, Duration length, Instant now, Ledger ledger) {
        ledger.remember(NOT_BEFORE + system, now.plus(length).toString());
    }

    /** Until when the system asked to be left alone, if that is still to come. */
    static Optional<Instant> notBefore(SystemId system, Instant now, Ledger ledger) {
        return ledger.remembered(NOT_BEFORE + system).map(Instant::parse).filter(until -> until.isAfter(now));
    }

    /** Whether it is worth waiting for in the middle of a run. */
    static boolean isShort(Duration left) {
        return left.compareTo(SHORTEST) < 0;
    }

    /** The pause that a system is in, if it is in one. */
    public static Optional<Pause> of(SystemId system, Instant now, Ledger ledger) {
        return ledger.remembered(NAME + system)
                .map(text -> {
                    int blank = text.indexOf(' ');
                    return new Pause(system, text.substring(blank + 1), Instant.parse(text.substring(0, blank)));
                })
                .filter(pause -> pause.until().isAfter(now));
    }
}
