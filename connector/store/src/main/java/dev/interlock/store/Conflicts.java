package dev.interlock.store;

import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.SystemId;
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
import org.jspecify.annotations.Nullable;

/** What a person must decide; one open row per entity and field. The audit keeps those that were settled. */
final class Conflicts {

    private static final String COLUMNS = "entity, field, kind, said, ancestor, why, opened_at";

    private final Session session;

    Conflicts(Session session) {
        this.session = session;
    }

    private record Spot(String entity, String field) {}

    private record Row(String entity, Conflict conflict) {
        static Row of(ResultSet row) throws SQLException {
            Map<SystemId, FieldValue> values = new TreeMap<>();
            Json.values(row.getString(4)).forEach((system, value) -> values.put(new SystemId(system), value));
            Conflict conflict = new Conflict(
                    row.getString(2),
                    Conflict.Kind.valueOf(row.getString(3)),
                    values,
                    Optional.ofNullable(row.getString(5)).map(FieldValueText::read),
                    row.getString(6),
                    Session.instant(row.getLong(7)));
            return new Row(row.getString(1), conflict);
        }
    }

    Map<String, Map<String, Conflict>> of(Collection<String> entities) {
        Map<String, Map<String, Conflict>> all = new HashMap<>();
        session.rows(
                        "select " + COLUMNS
                                + " from unnest(cast(? as varchar array)) as asked (wanted) join conflict on entity = wanted",
                        Row::of,
                        entities)
                .forEach(row -> all.computeIfAbsent(row.entity(), id -> new TreeMap<>())
                        .put(row.conflict().field(), row.conflict()));
        return all;
    }

    Map<EntityId, List<Conflict>> page(String after, int limit) {
        Map<EntityId, List<Conflict>> page = new LinkedHashMap<>();
        session.rows("select " + COLUMNS + """
                                 from conflict where entity in
                                    (select distinct entity from conflict where entity > ? order by entity limit ?)
                                order by entity, field""", Row::of, after, limit)
                .forEach(row -> page.computeIfAbsent(new EntityId(row.entity()), id -> new ArrayList<>())
                        .add(row.conflict()));
        return page;
    }

    long count() {
        return session.number("select count(*) from conflict");
    }

    void save(Collection<Staged> staged) {
        Map<Spot, Optional<Conflict>> wanted = new LinkedHashMap<>();
        for (Staged each : staged) {
            String entity = each.plan().golden().id().value();
            each.plan().closed().forEach(field -> wanted.put(new Spot(entity, field), Optional.empty()));
            each.plan().opened().forEach(it -> wanted.put(new Spot(entity, it.field()), Optional.of(it)));
        }
        session.batch(
                "delete from conflict where entity = ? and field = ?",
                wanted.keySet().stream()
                        .map(spot -> new @Nullable Object[] {spot.entity(), spot.field()})
                        .toList());
        List<@Nullable Object[]> opened = new ArrayList<>();
        wanted.forEach((spot, conflict) -> conflict.ifPresent(it -> opened.add(row(spot.entity(), it))));
        session.batch("insert into conflict (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)", opened);
    }

    /** The questions about an entity that goes are void; planning the one that carries on raises them anew. */
    void retire(String entity) {
        session.run("delete from conflict where entity = ?", entity);
    }

    private static @Nullable Object[] row(String entity, Conflict conflict) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        conflict.values().forEach((system, value) -> values.put(system.name(), value));
        return new @Nullable Object[] {
            entity,
            conflict.field(),
            conflict.kind(),
            Json.ofValues(values),
            conflict.ancestor().map(FieldValueText::write).orElse(null),
            conflict.why(),
            conflict.opened()
        };
    }
}
