package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The action {@code settings}: everything about the org that a test may turn. */
final class Knobs {

    private final Org org;
    private final Settings settings;
    private final Map<String, Consumer<JsonNode>> byName;

    Knobs(Org org, Sessions sessions, Usage usage, QueryResource query) {
        this.org = org;
        this.settings = org.settings();
        this.byName = Map.ofEntries(
                knob("clientId", value -> settings.clientId = value.asText()),
                knob("clientSecret", value -> settings.clientSecret = value.asText()),
                knob("username", value -> settings.username = value.asText()),
                knob("password", value -> settings.password = value.asText()),
                knob("refreshToken", value -> settings.refreshToken = value.asText()),
                knob("dailyLimit", value -> settings.dailyLimit = value.asInt()),
                knob("userActive", value -> {
                    settings.userActive = value.asBoolean();
                    sessions.expireAll();
                }),
                knob("resetUsage", value -> usage.clear()),
                knob("tokenTtlSeconds", value -> settings.tokenLife = Duration.ofSeconds(value.asLong())),
                knob("expireTokens", value -> sessions.expireAll()),
                knob("expireCursors", value -> query.expireCursors()),
                knob("loadedAt", value -> settings.loadedAt = Optional.of(time(value.asText()))),
                knob("clockSkewMillis", value -> settings.clockSkew = Duration.ofMillis(value.asLong())),
                knob("purgeDeleteLog", value -> settings.deleteLogStarts = Optional.of(org.now())),
                knob(
                        "lock",
                        value -> settings.lock(id(value), value.path("times").asInt(-1))),
                knob("unlock", value -> settings.unlock(id(value))),
                knob("readOnly", value -> settings.makeReadOnly(id(value))),
                knob("writable", value -> settings.makeWritable(id(value))));
    }

    void turn(JsonNode arguments) {
        arguments.properties().forEach(each -> {
            Consumer<JsonNode> knob = byName.get(each.getKey());
            if (knob == null) {
                throw new IllegalArgumentException("there is no setting " + each.getKey() + "; there are "
                        + byName.keySet().stream().sorted().toList());
            }
            knob.accept(each.getValue());
        });
    }

    private static Map.Entry<String, Consumer<JsonNode>> knob(String name, Consumer<JsonNode> turn) {
        return Map.entry(name, turn);
    }

    private static Instant time(String text) {
        return Values.instant(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + text + "' is no time; write 2026-01-02T03:04:05Z"));
    }

    private String id(JsonNode record) {
        Table table = org.named(record.path("object").asText());
        String id = record.path("id").asText();
        return table.find(id)
                .map(table::id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + table.type().name() + " " + id));
    }
}
