package dev.interlock.routes;

import java.util.EnumMap;
import java.util.Map;

/** Counts what happened to the records of one type in one system during a run. */
public final class Tally {

    /** What is counted. */
    public enum Of {
        READ,
        CREATED,
        UPDATED,
        DELETED,
        UNCHANGED,
        CONFLICTS,
        QUARANTINED,
        WAITING,
        /** Calls the work of reading could not do without. */
        LEAST_READS,
        /** Calls the work of writing could not do without. */
        LEAST_WRITES
    }

    private final Map<Of, Long> counts = new EnumMap<>(Of.class);

    public synchronized void add(Of what, long more) {
        counts.merge(what, more, Long::sum);
    }

    public synchronized long of(Of what) {
        return counts.getOrDefault(what, 0L);
    }

    /** How many records were written, in whichever way. */
    public long written() {
        return of(Of.CREATED) + of(Of.UPDATED) + of(Of.DELETED);
    }
}
