package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An edit of a system that the rules do not let stand.
 *
 * @param value what the system says, as the audit was told; empty once the agreed value was written back
 * @param writtenBack how often the field was written back, after the system had changed what we wrote there
 * @param since start of the window in which {@code writtenBack} is counted
 */
public record Overruled(Optional<FieldValue> value, int writtenBack, Instant since) {

    /**
     * This often within {@link #WINDOW}, and the field is not written there any more. Few enough that a system which rewrites
     * a field costs a handful of calls; more than a person changes the same field against the rules before asking why.
     */
    static final int MOST = 5;

    /** A week, so that the slowest sensible schedule, a run a day, comes to its end as well. */
    static final Duration WINDOW = Duration.ofDays(7);

    static final Overruled NEVER = new Overruled(Optional.empty(), 0, Instant.EPOCH);

    Overruled saying(Optional<FieldValue> other) {
        return new Overruled(other, writtenBack, since);
    }

    Overruled writtenBackAt(Instant now) {
        return writtenBack == 0 || isExpired(now)
                ? new Overruled(value, 1, now)
                : new Overruled(value, writtenBack + 1, since);
    }

    boolean isTooOften(Instant now) {
        return writtenBack >= MOST && !isExpired(now);
    }

    private boolean isExpired(Instant now) {
        return Duration.between(since, now).compareTo(WINDOW) > 0;
    }
}
