package dev.interlock.store;

import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What records became by conversion. A successor is no alias: it is a record of its own, linked to an entity of its own type
 * or to none, and is kept here so that the two are found by each other. None is ever forgotten.
 */
final class Successors {

    private final Session session;

    Successors(Session session) {
        this.session = session;
    }

    /** Per entity and system what its record there became. */
    static final class Known {
        private final Map<String, Set<RecordKey>> byEntity = new HashMap<>();

        Set<RecordKey> of(String entity, SystemId system) {
            Set<RecordKey> there = new HashSet<>(byEntity.getOrDefault(entity, Set.of()));
            there.removeIf(key -> !key.system().equals(system));
            return there;
        }
    }

    Known of(Collection<String> entities) {
        Known known = new Known();
        session.rows(
                "select ext_id, system, type, entity from unnest(cast(? as varchar array)) as asked (wanted) join successor on entity = wanted",
                row -> known.byEntity
                        .computeIfAbsent(row.getString(4), any -> new HashSet<>())
                        .add(key(row)),
                entities);
        return known;
    }

    private static RecordKey key(ResultSet row) throws SQLException {
        return new RecordKey(new SystemId(row.getString(2)), new RecordType(row.getString(3)), row.getString(1));
    }

    /** Which entities became these records. */
    Map<RecordKey, Set<String>> predecessors(Collection<RecordKey> keys) {
        Map<RecordKey, Set<String>> found = new HashMap<>();
        Shadows.byKind(keys)
                .forEach((kind, ids) -> session.rows(
                        "select ext_id, entity from unnest(cast(? as varchar array)) as asked (wanted) join successor on ext_id = wanted and system = ? and type = ?",
                        row -> found.computeIfAbsent(kind.key(row.getString(1)), any -> new TreeSet<>())
                                .add(row.getString(2)),
                        ids,
                        kind.system().name(),
                        kind.type().name()));
        return found;
    }

    void save(Collection<Shadows.Placed> placed) {
        List<Shadows.Placed> converted = placed.stream()
                .filter(each -> !each.shadow().successors().isEmpty())
                .toList();
        if (converted.isEmpty()) {
            return;
        }
        Known known = of(converted.stream().map(Shadows.Placed::entity).toList());
        List<@Nullable Object[]> added = new ArrayList<>();
        for (Shadows.Placed each : converted) {
            Set<RecordKey> fresh = new HashSet<>(each.shadow().successors());
            fresh.removeAll(known.byEntity.getOrDefault(each.entity(), Set.of()));
            fresh.forEach(key -> added.add(new @Nullable Object[] {
                key.id(), key.system().name(), key.type().name(), each.entity()
            }));
        }
        session.batch("insert into successor (ext_id, system, type, entity) values (?, ?, ?, ?)", added);
    }

    void redirect(String from, String to) {
        session.run("""
                delete from successor where entity = ? and exists (select 1 from successor kept where kept.entity = ?
                    and kept.ext_id = successor.ext_id and kept.system = successor.system and kept.type = successor.type)""", from, to);
        session.run("update successor set entity = ? where entity = ?", to, from);
    }
}
