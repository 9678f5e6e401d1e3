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

    /** A failure that happens now, for the first time as far as its maker knows; whose it is, is said afterwards. */
    public static Quarantined now(String traceKey, Cause cause, Evidence evidence, Instant now) {
        return new Quarantined(traceKey, cause, Optional.empty(), Optional.empty(), evidence, 1, now, now);
    }

    /** This failure, of a record. */
    public Quarantined of(RecordKey record) {
        return new Quarantined(traceKey, cause, Optional.of(record), entity, evidence, attempts, since, last);
    }

    /** This failure, of an entity. */
    public Quarantined of(EntityId whose) {
        return new Quarantined(traceKey, cause, key, Optional.of(whose), evidence, attempts, since, last);
    }

    /** This failure as the next of one that is known. */
    public Quarantined after(Quarantined known) {
        return new Quarantined(traceKey, cause, key, entity, evidence, known.attempts + 1, known.since, last);
    }

    /** What a person calls it by: {@code f} and ten hexadecimal digits. */
    public String id() {
        return idOf(traceKey);
    }

    /** What a person calls a failure with that trace key by. */
    public static String idOf(String traceKey) {
        return "f"
                + Hashing.sha256()
                        .hashString(traceKey, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 10);
    }
}
