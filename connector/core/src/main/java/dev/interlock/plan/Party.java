package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import java.time.Instant;
import java.util.Optional;

/**
 * One word in a contest about a field.
 *
 * @param by the system, or the origin of the golden value where that is contested itself
 * @param base what this party last shared with the others
 * @param isRuling whether a person decided it
 */
record Party(String by, FieldValue value, Instant changedAt, Optional<FieldValue> base, boolean isRuling) {

    static Party of(Side side) {
        return new Party(side.system().name(), side.observed(), side.changedAt(), side.base(), false);
    }

    /** The golden value, as opposed to a system that last shared {@code base} with it. */
    static Party of(GoldenField golden, Optional<FieldValue> base) {
        return new Party(
                golden.origin().by(),
                golden.value(),
                golden.origin().changedAt(),
                base,
                golden.origin().isRuling());
    }
}
