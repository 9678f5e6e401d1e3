package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What records looked like when they were last asked for, so that a write can say which state it is meant for. A write takes
 * it away: the next one needs a new look.
 */
final class Seen {

    private static final int MOST = 1000;

    private final Map<String, Present> records = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Present> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A record as it was.
     *
     * @param tag the {@code ETag} it came with; blank if there was none
     */
    record Present(JsonNode record, String tag) {}

    synchronized void keep(String object, String id, Present present) {
        records.put(object + "/" + id, present);
    }

    synchronized Optional<Present> take(String object, String id) {
        return Optional.ofNullable(records.remove(object + "/" + id));
    }
}
