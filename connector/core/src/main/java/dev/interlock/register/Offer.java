package dev.interlock.register;

import dev.interlock.record.RecordKey;
import java.util.List;

/** An answer that is possible, and exactly what it would write. */
public record Offer(Choice choice, List<Preview> writes) {

    /** Whose records are written. */
    public enum Side {
        CRM,
        PRM,
        STORE
    }

    /** One field that would be written. */
    public record Preview(Side side, RecordKey record, String field, String becomes) {

        @Override
        public String toString() {
            return side + " " + record + ": " + field + " = " + becomes;
        }
    }

    public Offer {
        writes = List.copyOf(writes);
    }
}
