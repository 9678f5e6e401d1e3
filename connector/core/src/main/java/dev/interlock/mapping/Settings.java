package dev.interlock.mapping;

import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code interlock.yaml} says: where state is kept, when runs start, what is safe, and which systems there are.
 *
 * @param schedule a Quartz cron expression
 * @param port of the HTTP service
 * @param systems by name, in the order of the file
 */
public record Settings(
        StoreSettings store, String schedule, int port, Safety safety, Map<SystemId, SystemSettings> systems) {

    public Settings {
        systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
    }

    /**
     * Where the staging store lives.
     *
     * @param lease where several processes share it: how long one that is not heard of keeps what it works on
     * @param lateAnswer how long a request of one that is gone may still be on its way
     */
    public record StoreSettings(String url, String user, String password, Duration lease, Duration lateAnswer) {

        /** Without the password, because settings end up in logs. */
        @Override
        public String toString() {
            return "StoreSettings[user=" + user + "]";
        }
    }

    /**
     * When to stop and ask.
     *
     * @param replansPerRun how many rounds of planning and writing a run makes at most, so that systems that fight do not hold it for ever
     */
    public record Safety(MassDelete massDelete, int replansPerRun) {}

    /**
     * Deletes are held back when a run would delete more than {@code count} records of a type in a system, or more than
     * {@code percent} of them.
     */
    public record MassDelete(int count, int percent) {}
}
