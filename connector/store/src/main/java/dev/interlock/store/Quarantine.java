package dev.interlock.store;

import com.google.common.base.Splitter;
import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Evidence;
import dev.interlock.stage.FailureGroups;
import dev.interlock.stage.Inbox;
import dev.interlock.stage.Quarantined;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What waits for a person: records set aside, and conflicts. A row that is settled goes, and its payload with it. */
final class Quarantine implements Inbox {

    /** Those of the cause come first, in the order that {@link #cause} reads them. */
    private static final String COLUMNS = """
            step, system, type, code, message, columns, rule, trace_key, key_id, entity, payload, request, response,
            attempts, since, last_at""";

    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

    private final Session session;
    private final Conflicts conflicts;
    private final Groups groups;

    Quarantine(Session session, Instant now) {
        this.session = session;
        this.conflicts = new Conflicts(session);
        this.groups = new Groups(session, now);
    }

    @Override
    public void setAside(Collection<Quarantined> records) {
        Map<String, Quarantined> before =
                open(records.stream().map(Quarantined::traceKey).distinct().toList());
        Map<String, Quarantined> after = new LinkedHashMap<>();
        for (Quarantined each : records) {
            Quarantined known = after.getOrDefault(each.traceKey(), before.get(each.traceKey()));
            after.put(each.traceKey(), known == null ? each : each.after(known));
        }
        List<@Nullable Object[]> rows =
                after.values().stream().map(Quarantine::parameters).toList();
        delete(before.keySet());
        session.batch(
                "insert into quarantine (" + COLUMNS
                        + ", id, fingerprint) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        groups.happened(after.values());
        groups.resolveEmpty(fingerprints(before.values()));
    }

    @Override
    public int settle(Collection<String> traceKeys) {
        if (traceKeys.isEmpty()) {
            return 0;
        }
        Map<String, Quarantined> open = open(List.copyOf(traceKeys));
        delete(open.keySet());
        groups.resolveEmpty(fingerprints(open.values()));
        return open.size();
    }

    private static Set<String> fingerprints(Collection<Quarantined> rows) {
        Set<String> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.cause().fingerprint()));
        return all;
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
    public FailureGroups failureGroups() {
        return groups;
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

    static Optional<Quarantined> byId(Session session, String id) {
        return session.rows("select " + COLUMNS + " from quarantine where id = ?", Quarantine::quarantined, id).stream()
                .findFirst();
    }

    private void delete(Collection<String> traceKeys) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        traceKeys.forEach(each -> rows.add(new @Nullable Object[] {each}));
        session.batch("delete from quarantine where trace_key = ?", rows);
    }

    /** The columns of a cause, in order. */
    static List<@Nullable Object> parametersOf(Cause cause) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(cause.step());
        all.add(cause.system().name());
        all.add(cause.type().name());
        all.add(cause.code());
        all.add(cause.message());
        all.add(String.join("\n", cause.columns()));
        all.add(cause.rule());
        return all;
    }

    private static @Nullable Object[] parameters(Quarantined it) {
        List<@Nullable Object> all = parametersOf(it.cause());
        all.add(it.traceKey());
        all.add(it.key().map(RecordKey::id).orElse(null));
        all.add(it.entity().map(EntityId::value).orElse(null));
        all.add(it.evidence().payload());
        all.add(it.evidence().request());
        all.add(it.evidence().response());
        all.add(it.attempts());
        all.add(it.since());
        all.add(it.last());
        all.add(it.id());
        all.add(it.cause().fingerprint());
        return all.toArray();
    }

    /** Reads a cause from the first seven columns. */
    static Cause cause(ResultSet row) throws SQLException {
        return new Cause(
                Cause.Step.valueOf(row.getString(1)),
                new SystemId(row.getString(2)),
                new RecordType(row.getString(3)),
                row.getString(4),
                row.getString(5),
                LINES.splitToList(row.getString(6)),
                row.getString(7));
    }

    private static Quarantined quarantined(ResultSet row) throws SQLException {
        Cause cause = cause(row);
        return new Quarantined(
                row.getString(8),
                cause,
                Optional.ofNullable(row.getString(9)).map(id -> new RecordKey(cause.system(), cause.type(), id)),
                Optional.ofNullable(row.getString(10)).map(EntityId::new),
                new Evidence(row.getString(11), row.getString(12), row.getString(13)),
                row.getInt(14),
                Session.instant(row.getLong(15)),
                Session.instant(row.getLong(16)));
    }
}
