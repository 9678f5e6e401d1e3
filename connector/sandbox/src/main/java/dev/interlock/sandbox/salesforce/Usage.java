package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How many calls the org has answered within the last 24 hours, counted by the minute. */
final class Usage {

    private static final long MINUTES = Duration.ofDays(1).toMinutes();

    private final Settings settings;
    private final TreeMap<Long, Integer> byMinute = new TreeMap<>();

    Usage(Settings settings) {
        this.settings = settings;
    }

    /** Counts one call; refuses it when the day's calls are used up. */
    void count(Instant now) {
        long minute = now.getEpochSecond() / 60;
        byMinute.headMap(minute - MINUTES, true).clear();
        if (used() >= settings.dailyLimit) {
            throw Refusal.of("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        byMinute.merge(minute, 1, Integer::sum);
    }

    int used() {
        return byMinute.values().stream().mapToInt(Integer::intValue).sum();
    }

    void clear() {
        byMinute.clear();
    }

    /** The value of {@code Sforce-Limit-Info}. */
    String header() {
        return "api-usage=" + used() + "/" + settings.dailyLimit;
    }

    ObjectNode limits() {
        ObjectNode limits = Json.object();
        put(limits, "DailyApiRequests", settings.dailyLimit, Math.max(0, settings.dailyLimit - used()));
        Map.of(
                        "DailyBulkV2QueryJobs",
                        10_000,
                        "DailyBulkApiBatches",
                        15_000,
                        "DataStorageMB",
                        1_024,
                        "FileStorageMB",
                        1_024)
                .forEach((name, max) -> put(limits, name, max, max));
        return limits;
    }

    private static void put(ObjectNode limits, String name, int max, int remaining) {
        limits.putObject(name).put("Max", max).put("Remaining", remaining);
    }
}
