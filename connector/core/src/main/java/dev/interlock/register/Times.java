package dev.interlock.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When things happened to a claim.
 *
 * @param submitted by the clock of the system it was submitted in; never changes
 * @param firstSeen by our own clock; never decides who was first
 * @param approved when it was approved
 * @param ended when it was won, lost, turned down, taken back or let lapse
 * @param lastProgress the last sign of progress that counts
 */
public record Times(
        Instant submitted,
        Instant firstSeen,
        Optional<Instant> approved,
        Optional<Instant> ended,
        Instant lastProgress) {

    /** Of a claim that was submitted, and to which nothing happened since. */
    public static Times of(Instant submitted, Instant firstSeen) {
        return new Times(submitted, firstSeen, Optional.empty(), Optional.empty(), submitted);
    }

    public Times approvedAt(Instant at) {
        return new Times(submitted, firstSeen, Optional.of(at), ended, lastProgress);
    }

    public Times endedAt(Instant at) {
        return new Times(submitted, firstSeen, approved, Optional.of(at), lastProgress);
    }

    public Times progressedAt(Instant at) {
        return new Times(submitted, firstSeen, approved, ended, at);
    }

    /** Whether it was seen before it was submitted by more than clocks may be apart. */
    public boolean isSkewed(Duration bound) {
        return submitted.isAfter(firstSeen.plus(bound));
    }
}
