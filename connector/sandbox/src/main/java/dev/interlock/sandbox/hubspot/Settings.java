package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The knobs of the portal. */
final class Settings {

    private static final Set<String> KNOBS = Set.of(
            "token",
            "clientId",
            "clientSecret",
            "refreshToken",
            "portalId",
            "appId",
            "timeZone",
            "searchLagMillis",
            "clockSkewMillis",
            "burstLimit",
            "searchLimit",
            "associationLimit",
            "associationPage",
            "dailyLimit",
            "mergedIdIsNew",
            "shortPages",
            "loadedAt",
            "missingScopes");

    private final InstantSource clock;
    private String token = "pat-sandbox-0000";
    private String clientId = "sandbox-client";
    private String clientSecret = "sandbox-secret";
    private String refreshToken = "sandbox-refresh";
    private long portalId = 4_400_001L;
    private String appId = "8111832";
    private ZoneId zone = ZoneId.of("UTC");
    private long searchLagMillis = 1_000;
    private long clockSkewMillis;
    private int burstLimit = 190;
    private int searchLimit = 5;
    private int associationLimit = 150;
    private int associationPage = 500;
    private long dailyLimit = 1_000_000;
    private boolean mergedIdIsNew = true;
    private boolean shortPages;
    private Optional<Instant> loadedAt = Optional.empty();
    private final Set<String> missingScopes = new HashSet<>();

    Settings(InstantSource clock) {
        this.clock = clock;
    }

    void change(JsonNode asked) {
        asked.properties().forEach(knob -> {
            if (!KNOBS.contains(knob.getKey())) {
                throw new IllegalArgumentException("no such setting: '" + knob.getKey() + "'; there are " + KNOBS);
            }
        });
        token = asked.path("token").asText(token);
        clientId = asked.path("clientId").asText(clientId);
        clientSecret = asked.path("clientSecret").asText(clientSecret);
        refreshToken = asked.path("refreshToken").asText(refreshToken);
        portalId = asked.path("portalId").asLong(portalId);
        appId = asked.path("appId").asText(appId);
        zone = ZoneId.of(asked.path("timeZone").asText(zone.getId()));
        searchLagMillis = asked.path("searchLagMillis").asLong(searchLagMillis);
        clockSkewMillis = asked.path("clockSkewMillis").asLong(clockSkewMillis);
        burstLimit = asked.path("burstLimit").asInt(burstLimit);
        searchLimit = asked.path("searchLimit").asInt(searchLimit);
        associationLimit = asked.path("associationLimit").asInt(associationLimit);
        associationPage = asked.path("associationPage").asInt(associationPage);
        dailyLimit = asked.path("dailyLimit").asLong(dailyLimit);
        mergedIdIsNew = asked.path("mergedIdIsNew").asBoolean(mergedIdIsNew);
        shortPages = asked.path("shortPages").asBoolean(shortPages);
        if (asked.has("loadedAt")) {
            loadedAt = Optional.of(instant(asked.path("loadedAt")));
        }
        if (asked.has("missingScopes")) {
            missingScopes.clear();
            asked.path("missingScopes").forEach(scope -> missingScopes.add(scope.asText()));
        }
    }

    private static Instant instant(JsonNode value) {
        try {
            return value.isNumber() ? Instant.ofEpochMilli(value.asLong()) : Instant.parse(value.asText());
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("not an ISO instant or epoch ms: " + value, unreadable);
        }
    }

    /** The portal's idea of now, epoch ms. */
    long now() {
        return clock.millis() + clockSkewMillis;
    }

    /** When loaded records came to be: 30 days ago unless set. */
    long loadedAt() {
        return loadedAt.map(Instant::toEpochMilli)
                .orElseGet(() -> now() - Duration.ofDays(30).toMillis());
    }

    String token() {
        return token;
    }

    boolean isClient(String id, String secret) {
        return clientId.equals(id) && clientSecret.equals(secret);
    }

    String refreshToken() {
        return refreshToken;
    }

    long portalId() {
        return portalId;
    }

    Source app() {
        return Source.app(appId);
    }

    ZoneId zone() {
        return zone;
    }

    long searchLagMillis() {
        return searchLagMillis;
    }

    int burstLimit() {
        return burstLimit;
    }

    int searchLimit() {
        return searchLimit;
    }

    /** Calls of the associations API in ten seconds. */
    int associationLimit() {
        return associationLimit;
    }

    /** The most associations of one record in an answer. */
    int associationPage() {
        return associationPage;
    }

    long dailyLimit() {
        return dailyLimit;
    }

    boolean mergedIdIsNew() {
        return mergedIdIsNew;
    }

    boolean shortPages() {
        return shortPages;
    }

    boolean lacks(String scope) {
        return missingScopes.contains(scope);
    }
}
