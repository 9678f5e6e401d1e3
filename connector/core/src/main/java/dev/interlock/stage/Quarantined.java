package dev.interlock.stage;

import com.google.common.hash.Hashing;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not go on. There is one open row per trace key: a repeat raises the attempts, a later success resolves
 * it.
 *
 * @param traceKey what a later success of the same thing is recognised by
 * @param key the record, as far as it has an id in that system
 * @param entity the entity, if it has one
 * @param since when it happened first
 * @param last when it happened last
 */
public record Quarantined(
        String traceKey,
        Cause cause,
        Optional<RecordKey> key,
        Optional<EntityId> entity,
        Evidence evidence,
        int attempts,
        Instant since,
        Instant last) {

    /** A failure that happened for the first time, as far as its maker knows. */
    public static Quarantined first(
            String traceKey, Cause cause, Optional<RecordKey> key, Optional<EntityId> entity, Evidence evidence) {
        return new Quarantined(traceKey, cause, key, entity, evidence, 1, Instant.EPOCH, Instant.EPOCH);
    }

    /** This failure, happening at a certain time. */
    public Quarantined at(Instant now) {
        return new Quarantined(traceKey, cause, key, entity, evidence, attempts, now, now);
    }

    /** This failure as the next of one that is known. */
    public Quarantined after(Quarantined known) {
        return new Quarantined(traceKey, cause, key, entity, evidence, known.attempts + 1, known.since, last);
    }

    /** What a person calls it by: {@code f} and ten hexadecimal digits. */
    public String id() {
        return "f"
                + Hashing.sha256()
                        .hashString(traceKey, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 10);
    }
}
