package dev.interlock.store;

import dev.interlock.plan.Shadow;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shadow as its table has it.
 *
 * @param current whether it is the one that stands for the entity in its system
 * @param base blank if it is the same as observed
 * @param held blank if nothing is held
 * @param overruled blank if no edit was overruled
 */
record ShadowRow(
        String entity,
        RecordKey key,
        boolean current,
        Shadow.State state,
        Optional<String> base,
        String observed,
        Optional<String> held,
        Optional<String> overruled,
        String raw,
        Instant changedAt,
        Instant writtenAt) {

    static final String COLUMNS =
            "ext_id, system, type, entity, is_current, state, base, observed, held, raw, changed_at, written_at, overruled";

    static ShadowRow of(String entity, Shadow shadow) {
        boolean agreed = shadow.base().equals(shadow.observed());
        return new ShadowRow(
                entity,
                shadow.key(),
                true,
                shadow.state(),
                agreed ? Optional.empty() : Optional.of(Json.ofValues(shadow.base())),
                Json.ofValues(shadow.observed()),
                shadow.held().isEmpty() ? Optional.empty() : Optional.of(Json.ofValues(shadow.held())),
                shadow.overruled().isEmpty() ? Optional.empty() : Optional.of(Json.ofOverruled(shadow.overruled())),
                Json.ofRaw(shadow.raw()),
                Session.instant(Session.nanos(shadow.changedAt())),
                Session.instant(Session.nanos(shadow.writtenAt())));
    }

    static ShadowRow read(ResultSet row) throws SQLException {
        return new ShadowRow(
                row.getString(4),
                new RecordKey(new SystemId(row.getString(2)), new RecordType(row.getString(3)), row.getString(1)),
                row.getBoolean(5),
                Shadow.State.valueOf(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                row.getString(8),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(13)),
                row.getString(10),
                Session.instant(row.getLong(11)),
                Session.instant(row.getLong(12)));
    }

    Shadow shadow(Set<String> aliases, Set<RecordKey> successors) {
        return new Shadow(
                key,
                aliases,
                successors,
                state,
                Json.values(base.orElse(observed)),
                Json.values(observed),
                held.map(Json::values).orElse(Map.of()),
                overruled.map(Json::overruled).orElse(Map.of()),
                Json.raw(raw),
                changedAt,
                writtenAt);
    }

    /** The row of a record that turned out not to be the one that stands for its entity. */
    ShadowRow retired() {
        boolean kept = state == Shadow.State.TOMBSTONE;
        Shadow.State after = kept ? state : Shadow.State.DETACHED;
        return new ShadowRow(entity, key, false, after, base, observed, held, overruled, raw, changedAt, writtenAt);
    }

    ShadowRow takenOverBy(String other) {
        return new ShadowRow(other, key, current, state, base, observed, held, overruled, raw, changedAt, writtenAt);
    }

    /** In the order of {@link #COLUMNS}. */
    @Nullable
    Object[] forInsert() {
        return new @Nullable Object[] {
            key.id(),
            key.system().name(),
            key.type().name(),
            entity,
            current,
            state,
            base.orElse(null),
            observed,
            held.orElse(null),
            raw,
            changedAt,
            writtenAt,
            overruled.orElse(null)
        };
    }

    /** Everything but the key, then the key. */
    @Nullable
    Object[] forUpdate() {
        return new @Nullable Object[] {
            entity,
            current,
            state,
            base.orElse(null),
            observed,
            held.orElse(null),
            raw,
            changedAt,
            writtenAt,
            overruled.orElse(null),
            key.id(),
            key.system().name(),
            key.type().name()
        };
    }
}
