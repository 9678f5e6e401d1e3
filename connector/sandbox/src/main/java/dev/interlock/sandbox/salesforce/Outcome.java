package dev.interlock.sandbox.salesforce;

import java.util.List;

/** What became of one record of a collection. */
sealed interface Outcome {

    /** The record was written. */
    record Done(String id, boolean isNew) implements Outcome {}

    /** The record was refused. */
    record Failed(List<Problem> problems) implements Outcome {}

    static Done done(String id) {
        return new Done(id, false);
    }

    default Outcome created() {
        return switch (this) {
            case Done done -> new Done(done.id(), true);
            case Failed failed -> failed;
        };
    }
}
