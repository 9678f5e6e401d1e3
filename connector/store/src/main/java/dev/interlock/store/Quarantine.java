package dev.interlock.store;

import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Inbox;
import dev.interlock.stage.Quarantined;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits for a person: records set aside, and conflicts. A row that is settled goes, and its payload with it. */
final class Quarantine implements Inbox {

    private static final String COLUMNS = """
            trace_key, step, system, type, key_system, key_type, key_id, entity, code, message, payload, response, attempts,
            since""";

    private final Session session;
    private final Conflicts conflicts;

    Quarantine(Session session) {
        this.session = session;
        this.conflicts = new Conflicts(session);
    }

    @Override
    public void setAside(Collection<Quarantined> records) {
        Map<String, Quarantined> before =
                open(records.stream().map(Quarantined::traceKey).distinct().toList());
        Map<String, Quarantined> after = new LinkedHashMap<>();
        for (Quarantined each : records) {
            Quarantined known = after.getOrDefault(each.traceKey(), before.get(each.traceKey()));
            after.put(each.traceKey(), known == null ? each : again(known, each));
        }
        List<@Nullable Object[]> rows =
                after.values().stream().map(Quarantine::parameters).toList();
        delete(before.keySet());
        session.batch(
                "insert into quarantine (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    private static Quarantined again(Quarantined known, Quarantined now) {
        return new Quarantined(
                now.traceKey(),
                now.step(),
                now.system(),
                now.type(),
                now.key(),
                now.entity(),
                now.code(),
                now.message(),
                now.payload(),
                now.response(),
                known.attempts() + 1,
                known.since());
    }

    @Override
    public int settle(Collection<String> traceKeys) {
        if (traceKeys.isEmpty()) {
            return 0;
        }
        return session.run("delete from quarantine where trace_key = any(?)", traceKeys);
    }

    @Override
    public List<Quarantined> quarantined(String after, int limit) {
        return session.rows(
                "select " + COLUMNS + " from quarantine where trace_key > ? order by trace_key limit ?",
                Quarantine::quarantined,
                after,
                limit);
    }

    @Override
    public long countQuarantined() {
        return session.number("select count(*) from quarantine");
    }

    @Override
    public Map<EntityId, List<Conflict>> conflicts(String after, int limit) {
        return conflicts.page(after, limit);
    }

    @Override
    public long countConflicts() {
        return conflicts.count();
    }

    private Map<String, Quarantined> open(List<String> traceKeys) {
        Map<String, Quarantined> all = new LinkedHashMap<>();
        session.rows(
                        "select " + COLUMNS
                                + " from unnest(cast(? as varchar array)) as asked (wanted) join quarantine on trace_key = wanted",
                        Quarantine::quarantined,
                        traceKeys)
                .forEach(row -> all.put(row.traceKey(), row));
        return all;
    }

    private void delete(Collection<String> traceKeys) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        traceKeys.forEach(each -> rows.add(new @Nullable Object[] {each}));
        session.batch("delete from quarantine where trace_key = ?", rows);
    }

    private static @Nullable Object[] parameters(Quarantined it) {
        return new @Nullable Object[] {
            it.traceKey(),
            it.step(),
            it.system(),
            it.type(),
            it.key().map(key -> key.system().name()).orElse(null),
            it.key().map(key -> key.type().name()).orElse(null),
            it.key().map(RecordKey::id).orElse(null),
            it.entity().orElse(null),
            it.code(),
            it.message(),
            it.payload(),
            it.response(),
            it.attempts(),
            it.since()
        };
    }

    private static Quarantined quarantined(ResultSet row) throws SQLException {
        Optional<RecordKey> key = row.getString(7) == null
                ? Optional.empty()
                : Optional.of(new RecordKey(
                        new SystemId(row.getString(5)), new RecordType(row.getString(6)), row.getString(7)));
        return new Quarantined(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                key,
                Optional.ofNullable(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getInt(13),
                Session.instant(row.getLong(14)));
    }
}
