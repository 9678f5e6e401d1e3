package dev.interlock.simulation;

import java.time.Duration;

/**
 * How a system behaves.
 *
 * @param page records a page of reading holds
 * @param batch records a call of writing takes
 * @param granule how coarse its stamps are
 * @param skew how far its clock is ahead of ours
 * @param lag how late its index shows a change, at most
 * @param tellsTime whether an answer tells the system's time
 * @param echoes whether a write is answered with what the record now holds and its stamp
 * @param refusesSecond whether it refuses a second record with our key, by making the create an upsert
 * @param listsDeleted whether reading changes brings deleted records
 * @param birth how late its list shows a record that is new
 */
record Manner(
        int page,
        int batch,
        Duration granule,
        Duration skew,
        Duration lag,
        boolean tellsTime,
        boolean echoes,
        boolean refusesSecond,
        boolean listsDeleted,
        Duration birth) {

    /** As Salesforce: whole seconds, no echo, upsert by external id, deleted rows in queryAll. */
    static Manner salesforce(Duration skew) {
        return new Manner(3, 3, Duration.ofSeconds(1), skew, Duration.ZERO, false, false, true, true, Duration.ZERO);
    }

    /** As HubSpot: milliseconds, an index that lags, echoes, archived records listed. */
    static Manner hubspot(Duration skew) {
        return new Manner(
                4, 2, Duration.ofMillis(1), skew, Duration.ofSeconds(8), true, true, true, true, Duration.ZERO);
    }

    /**
     * As PartnerStack: one record a call, found by external key, nothing deleted is listed, stamps of whole minutes. Its
     * list shows new records a little late, within what is configured to wait for.
     */
    static Manner partnerstack(Duration skew) {
        return new Manner(
                5, 1, Duration.ofMinutes(1), skew, Duration.ZERO, true, true, false, false, Duration.ofMillis(1500));
    }
}
