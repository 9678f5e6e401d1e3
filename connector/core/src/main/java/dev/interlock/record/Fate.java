package dev.interlock.record;

import java.util.List;

/** What became of a record, as far as an observation tells. */
public sealed interface Fate {

    /** It is there. */
    record Live() implements Fate {}

    /** It is not there any more, as the evidence has it. */
    record Gone(Evidence evidence) implements Fate {}

    /** It was merged into another record of the same object, which lives on. */
    record MergedInto(String winnerId) implements Fate {}

    /**
     * A lead became other records (Salesforce lead conversion). Each successor is of the record type that lives in that
     * object; where the configuration has none, the object's own name stands for it.
     */
    record ConvertedInto(List<RecordKey> successors) implements Fate {
        public ConvertedInto {
            successors = List.copyOf(successors);
        }
    }

    /** How a disappearance is known. */
    enum Evidence {
        /** The system itself lists the record as deleted or archived. */
        REPORTED,
        /** It was not found, not allowed, or not listed: this alone may be a lost permission. */
        MISSING
    }
}
