package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import java.time.Instant;

/**
 * The agreed value of one field.
 *
 * @param turns how often the value changed since {@code turningSince}: what the loop breaker counts
 * @param turningSince start of the window in which {@code turns} are counted
 */
public record GoldenField(FieldValue value, Origin origin, int turns, Instant turningSince) {

    /** A first value. */
    public static GoldenField first(FieldValue value, Origin origin, Instant now) {
        return new GoldenField(value, origin, 0, now);
    }
}
