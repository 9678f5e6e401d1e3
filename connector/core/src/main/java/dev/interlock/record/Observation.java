package dev.interlock.record;

import java.time.Instant;

/**
 * What one system said of one record at one time. Observations are persisted before anything is done about them.
 *
 * @param fields the raw fields, as far as they were mentioned
 * @param changedAt the system's own stamp of the last change, by the system's clock
 * @param readAt when the request that brought this was about to be sent, by our clock: anything we wrote later cannot be
 *     in it
 */
public record Observation(RecordKey key, Fate fate, RawFields fields, Instant changedAt, Instant readAt) {

    public SystemId system() {
        return key.system();
    }

    public RecordType type() {
        return key.type();
    }

    public boolean isLive() {
        return fate instanceof Fate.Live;
    }
}
