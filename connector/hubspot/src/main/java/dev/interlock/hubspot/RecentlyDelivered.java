package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which version of which record was delivered, as long as an overlapping window may find it again. */
final class RecentlyDelivered {

    private final Map<String, String> versions = new HashMap<>();

    boolean contains(JsonNode row) {
        String version = version(row);
        return !version.isEmpty() && version.equals(versions.get(id(row)));
    }

    void add(JsonNode row) {
        versions.put(id(row), version(row));
    }

    /** Forgets versions older than any window to come. ISO-8601 in UTC sorts like time, up to the fraction's length. */
    void forgetBefore(Instant from) {
        String earliest = from.toString().substring(0, 19);
        versions.values().removeIf(version -> version.compareTo(earliest) < 0);
    }

    static String id(JsonNode row) {
        return row.path("id").asText("");
    }

    static String version(JsonNode row) {
        return row.path("updatedAt").asText("");
    }
}
