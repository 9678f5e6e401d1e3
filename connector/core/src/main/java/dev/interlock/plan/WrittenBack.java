package dev.interlock.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * How often one field was written back to one system, which had changed what we wrote there.
 *
 * @param since start of the window in which {@code times} are counted
 */
public record WrittenBack(int times, Instant since) {

    /**
     * More than this within {@link #WINDOW}, and it is not written there any more. Few enough that a system which rewrites a
     * field costs a handful of calls; more than a person changes the same field against the rules before asking why.
     */
    static final int MOST = 5;

    /** A week, so that the slowest sensible schedule, a run a day, comes to its end as well. */
    static final Duration WINDOW = Duration.ofDays(7);

    static WrittenBack first(Instant now) {
        return new WrittenBack(1, now);
    }

    WrittenBack again(Instant now) {
        return isExpired(now) ? first(now) : new WrittenBack(times + 1, since);
    }

    boolean isTooOften(Instant now) {
        return times >= MOST && !isExpired(now);
    }

    private boolean isExpired(Instant now) {
        return Duration.between(since, now).compareTo(WINDOW) > 0;
    }
}
