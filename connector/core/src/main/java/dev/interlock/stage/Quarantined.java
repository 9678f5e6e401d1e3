package dev.interlock.stage;

import dev.interlock.record.RecordKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not go on, with its cause and its original payload; secrets are masked before they come here. There
 * is one open row per trace key: a repeat raises the attempts, a later success resolves it.
 *
 * @param traceKey what a later success of the same thing is recognised by
 * @param step where it stopped: {@code read}, {@code match}, {@code write}
 * @param key the record, as far as it has an id in that system
 * @param entity the entity, if it has one
 * @param code the cause, in the target system's own code
 * @param message the cause, in the target system's own words
 * @param payload what was being handled, as text
 * @param response what the system answered, if it did
 */
public record Quarantined(
        String traceKey,
        String step,
        String system,
        String type,
        Optional<RecordKey> key,
        Optional<String> entity,
        String code,
        String message,
        String payload,
        String response,
        int attempts,
        Instant since) {}
