package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Optional;

/**
 * One system's view of one field.
 *
 * @param base what it last shared with the golden record; where the field is only read, what it last said that was heeded;
 *     empty if the two were never compared
 * @param observed what it says now
 * @param ours what our own write that is on its way would make it: seeing this is an echo
 * @param held a deviating value that it may keep
 * @param overruled an edit that the rules did not let stand, and how often we wrote back
 */
record Side(
        SystemId system,
        Optional<FieldValue> base,
        FieldValue observed,
        Optional<FieldValue> ours,
        Optional<FieldValue> held,
        Optional<Overruled> overruled,
        Instant changedAt) {

    boolean isHeld() {
        return held.isPresent() && held.get().equals(observed);
    }

    boolean isHeld(FieldValue value) {
        return isHeld() && observed.equals(value);
    }

    boolean isEcho() {
        return ours.isPresent() && ours.get().equals(observed);
    }

    /** Whether the system changed the field since it last agreed; what was never compared is looked at as a change. */
    boolean changed() {
        return base.isEmpty() || !base.get().equals(observed);
    }

    /** Whether a write to it is still owed: it was never told of the golden value. */
    boolean isOwed(Optional<FieldValue> golden) {
        return base.isPresent() && golden.isPresent() && !base.get().equals(golden.get());
    }
}
