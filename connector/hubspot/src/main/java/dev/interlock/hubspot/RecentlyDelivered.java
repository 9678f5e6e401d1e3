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

    /** Remembers a row, unless it is older than the next window will begin: a first full reading would fill memory. */
    void add(JsonNode row, Instant nextFrom) {
        if (version(row).compareTo(toTheSecond(nextFrom)) >= 0) {
            versions.put(id(row), version(row));
        }
    }

    void forgetBefore(Instant from) {
        String earliest = toTheSecond(from);
        versions.values().removeIf(version -> version.compareTo(earliest) < 0);
    }

    /** ISO-8601 in UTC sorts like time only as far as all texts are equally long. */
    private static String toTheSecond(Instant time) {
        return time.toString().substring(0, 19);
    }

    static String id(JsonNode row) {
        return row.path("id").asText("");
    }

    static String version(JsonNode row) {
        return row.path("updatedAt").asText("");
    }
}
