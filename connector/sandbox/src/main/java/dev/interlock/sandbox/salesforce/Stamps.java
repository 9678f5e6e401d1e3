package dev.interlock.sandbox.salesforce;

import java.time.Instant;

/**
 * When and by whom a record was created and changed. Times in milliseconds since 1970; users by number. Records written in
 * one request share one.
 */
record Stamps(long created, int createdBy, long modified, int modifiedBy, long stamp) {

    static Stamps created(Instant now, int user) {
        long at = now.toEpochMilli();
        return new Stamps(at, user, at, user, at);
    }

    Stamps modified(Instant now, int user) {
        long at = now.toEpochMilli();
        return new Stamps(created, createdBy, at, user, at);
    }

    /** Moved by the system itself: the change is nobody's. */
    Stamps touched(Instant now) {
        return new Stamps(created, createdBy, modified, modifiedBy, now.toEpochMilli());
    }
}
