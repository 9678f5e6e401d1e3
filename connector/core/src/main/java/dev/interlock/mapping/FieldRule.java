package dev.interlock.mapping;

import dev.interlock.record.SystemId;
import java.util.Set;

/**
 * Who may say what about a field.
 *
 * @param authority who wins when several changed it
 * @param writers the systems whose edits count; empty means all
 * @param unauthorised what happens to an edit by any other system
 * @param blank what a blank means that stands against a value
 */
public record FieldRule(Authority authority, Set<SystemId> writers, Unauthorised unauthorised, Blank blank) {

    public FieldRule {
        writers = Set.copyOf(writers);
    }

    public boolean allows(SystemId system) {
        return writers.isEmpty() || writers.contains(system);
    }

    /** What happens to an edit by a system that may not change the field. */
    public enum Unauthorised {
        /** It is flagged, and the agreed value is written back. */
        REVERT,
        /** It is flagged and stays where it is; nobody else gets it. */
        KEEP,
        /** A person decides; until then the field is frozen. */
        ASK
    }

    /** What a blank means that stands against a value. */
    public enum Blank {
        /** Nothing: the value is kept, and owed back to the system that blanked it. */
        REJECT,
        /** A real edit: the field shall be cleared everywhere. */
        CLEAR
    }
}
