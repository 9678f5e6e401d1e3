package dev.interlock.deliver;

import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of one write. */
public sealed interface Delivery {

    /**
     * The system acknowledged it.
     *
     * @param id the record's id there
     * @param changedAt the system's stamp of the record after the write; {@link Instant#EPOCH} if it does not tell
     * @param echo what the system says it now holds, as far as it tells
     */
    record Delivered(String id, Instant changedAt, RawFields echo) implements Delivery {}

    /** It was not done and may be done later: a limit, a lock, an outage before sending. */
    record TryLater(Failure failure, Optional<Duration> after) implements Delivery {}

    /** It was not done, and doing the same again would not help. */
    record Refused(Failure failure) implements Delivery {}

    /**
     * It was not done, because the state of the record does not allow it now. It waits, where it can be seen, and is tried
     * again when that time has passed or the record has changed.
     */
    record Parked(Failure failure, Duration until) implements Delivery {}

    /** No answer came: it may have been done or not. */
    record Unknown(Failure failure) implements Delivery {}

    /** It was not done, because the record is not what it was believed to be: this is what it is now. */
    record Outdated(Observation now) implements Delivery {}
}
