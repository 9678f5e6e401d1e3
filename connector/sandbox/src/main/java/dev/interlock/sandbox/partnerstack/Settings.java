package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The knobs of the programme: keys, clock, what may be patched. */
final class Settings {

    private static final Set<String> KNOBS =
            Set.of("publicKey", "secretKey", "clockSkewMillis", "loadedAt", "partnershipPatchable", "groups");

    private final InstantSource clock;
    private String publicKey = "pk_sandbox";
    private String secretKey = "sk_sandbox";
    private long clockSkewMillis;
    private Optional<Instant> loadedAt = Optional.empty();
    private final Set<String> partnershipPatchable = new HashSet<>();

    Settings(InstantSource clock) {
        this.clock = clock;
    }

    /** The programme's idea of now, epoch ms. */
    long now() {
        return clock.millis() + clockSkewMillis;
    }

    /** When loaded records came to be, unless they say otherwise: 30 days ago. */
    long loadedAt() {
        return loadedAt.map(Instant::toEpochMilli)
                .orElseGet(() -> now() - Duration.ofDays(30).toMillis());
    }

    String credentials() {
        return publicKey + ":" + secretKey;
    }

    boolean opensPatchOf(String partnershipField) {
        return partnershipPatchable.contains(partnershipField);
    }

    void change(JsonNode asked) {
        asked.properties().forEach(knob -> {
            if (!KNOBS.contains(knob.getKey())) {
                throw new IllegalArgumentException("no such setting: '" + knob.getKey() + "'; there are " + KNOBS);
            }
        });
        publicKey = asked.path("publicKey").asText(publicKey);
        secretKey = asked.path("secretKey").asText(secretKey);
        clockSkewMillis = asked.path("clockSkewMillis").asLong(clockSkewMillis);
        if (asked.has("loadedAt")) {
            loadedAt = Optional.of(instant(asked.path("loadedAt")));
        }
        if (asked.has("partnershipPatchable")) {
            partnershipPatchable.clear();
            asked.path("partnershipPatchable").forEach(field -> partnershipPatchable.add(field.asText()));
        }
    }

    static Instant instant(JsonNode value) {
        try {
            return value.isNumber() ? Instant.ofEpochMilli(value.asLong()) : Instant.parse(value.asText());
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("not an ISO instant or epoch ms: " + value, unreadable);
        }
    }
}
