package dev.interlock.store;

import dev.interlock.plan.Golden;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.stage.Staged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The golden records, and which entity carries on for which. */
final class Entities {

    private final Session session;

    Entities(Session session) {
        this.session = session;
    }

    private record Row(String id, String type, long version, Golden.Standing standing, String fields) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    Golden.Standing.valueOf(row.getString(4)),
                    row.getString(5));
        }

        Golden golden() {
            return new Golden(new EntityId(id), new RecordType(type), version, standing, Json.golden(fields));
        }

        boolean says(Golden golden, String goldenFields) {
            return standing == golden.standing()
                    && (fields.equals(goldenFields) || Json.golden(fields).equals(golden.fields()));
        }
    }

    Map<String, Golden> goldens(Collection<String> ids) {
        return rows(ids).values().stream().collect(Collectors.toMap(Row::id, Row::golden));
    }

    /** Per id the id of the entity that carries on for it, most often itself; unknown ids are left out. */
    Map<String, String> carriedOnBy(Collection<String> ids) {
        Map<String, String> winners = new HashMap<>();
        session.rows(
                """
                select id, redirect_to from unnest(cast(? as varchar array)) as asked (wanted)
                        join entity on id = wanted""",
                row -> winners.put(
                        row.getString(1), Optional.ofNullable(row.getString(2)).orElse(row.getString(1))),
                ids);
        return winners;
    }

    /** Per id of an entity that was redirected to one of these, the id of that one. */
    Map<String, String> redirectedTo(Collection<String> ids) {
        Map<String, String> origins = new HashMap<>();
        session.rows("""
                select id, redirect_to from unnest(cast(? as varchar array)) as asked (wanted)
                        join entity on redirect_to = wanted""", row -> origins.put(row.getString(1), row.getString(2)), ids);
        return origins;
    }

    /**
     * Stores golden records.
     *
     * @throws IllegalStateException if one was planned from an older version than the stored one
     */
    void save(Collection<Staged> staged) {
        Map<String, Golden> goldens = new LinkedHashMap<>();
        staged.forEach(each ->
                goldens.put(each.plan().golden().id().value(), each.plan().golden()));
        Map<String, Row> stored = rows(goldens.keySet());
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> changed = new ArrayList<>();
        goldens.forEach((id, golden) -> {
            Optional<Row> row = Optional.ofNullable(stored.get(id));
            refuseStale(golden, row.map(Row::version).orElse(0L));
            String fields = Json.ofGolden(golden.fields());
            if (row.isEmpty()) {
                fresh.add(new Object[] {id, golden.type().name(), 1L, golden.standing(), fields});
            } else if (!row.get().says(golden, fields)) {
                changed.add(new Object[] {golden.version() + 1, golden.standing(), fields, id});
            }
        });
        session.batch("insert into entity (id, type, version, standing, fields) values (?, ?, ?, ?, ?)", fresh);
        session.batch("update entity set version = ?, standing = ?, fields = ? where id = ?", changed);
    }

    private static void refuseStale(Golden golden, long stored) {
        if (golden.version() != stored) {
            throw new IllegalStateException(
                    "entity %s was planned from version %d, but version %d is stored: plan it again"
                            .formatted(golden.id(), golden.version(), stored));
        }
    }

    /** Leaves a redirect behind; whatever was redirected to the one that goes is redirected on. */
    void redirect(String from, String to) {
        session.run("update entity set redirect_to = ? where redirect_to = ?", to, from);
        session.run(
                "update entity set redirect_to = ?, standing = ?, version = version + 1 where id = ?",
                to,
                Golden.Standing.REDIRECTED,
                from);
    }

    Map<RecordType, Long> countActive() {
        Map<RecordType, Long> counts = new TreeMap<>();
        session.rows(
                "select type, count(*) from entity where standing = ? group by type",
                row -> counts.put(new RecordType(row.getString(1)), row.getLong(2)),
                Golden.Standing.ACTIVE);
        return counts;
    }

    private Map<String, Row> rows(Collection<String> ids) {
        return session.rows("""
                        select id, type, version, standing, fields
                        from unnest(cast(? as varchar array)) as asked (wanted)
                        join entity on id = wanted""", Row::of, ids).stream().collect(Collectors.toMap(Row::id, row -> row));
    }
}
