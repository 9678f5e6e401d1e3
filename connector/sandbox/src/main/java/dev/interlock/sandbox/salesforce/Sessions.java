package dev.interlock.sandbox.salesforce;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The access tokens that are out there, each until its end. */
final class Sessions {

    private final Settings settings;
    private final Map<String, Instant> ends = new HashMap<>();

    Sessions(Settings settings) {
        this.settings = settings;
    }

    String open(Instant now) {
        ends.values().removeIf(end -> !end.isAfter(now));
        String token = Ids.shortened(Org.ID) + "!AQ4A"
                + UUID.randomUUID().toString().replace('-', '.').toUpperCase(java.util.Locale.ROOT);
        ends.put(token, now.plus(settings.tokenLife));
        return token;
    }

    boolean valid(String token, Instant now) {
        return ends.getOrDefault(token, Instant.MIN).isAfter(now);
    }

    /** Whether there was such a token to take back. */
    boolean revoke(String token) {
        return ends.remove(token) != null;
    }

    void expireAll() {
        ends.clear();
    }
}
