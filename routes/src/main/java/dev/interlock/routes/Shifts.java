package dev.interlock.routes;

import dev.interlock.record.RecordType;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that a record type is worked on by one process at a time: read, planned, delivered and looked up. The whole type
 * is one piece of work, because a page that was read before another process wrote must not be heard after that write was
 * confirmed: what was written over would look like an edit.
 */
public interface Shifts {

    /**
     * Begins to work on a type; waits until nobody else does. Within a shift of the same type it begins at once.
     *
     * @throws dev.interlock.stage.StoreUnavailable if this process was told to stop while it waited
     */
    Shift begin(RecordType type);

    /** The same, if nobody else works on it now. */
    Optional<Shift> beginIfFree(RecordType type);

    /** For as long as it is open, nobody else works on the type. */
    interface Shift extends AutoCloseable {

        /**
         * How long what another process was sending before it was gone may still be on its way; empty if there was none, or it
         * is over. It is to be waited for before anything is looked up.
         */
        Optional<Duration> lateAnswers();

        @Override
        void close();
    }

    /** Where no other process is. */
    Shifts ALONE = new Shifts() {
        @Override
        public Shift begin(RecordType type) {
            return Node.WITHIN;
        }

        @Override
        public Optional<Shift> beginIfFree(RecordType type) {
            return Optional.of(Node.WITHIN);
        }
    };
}
