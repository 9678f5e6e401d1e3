package dev.interlock.store;

import dev.interlock.plan.Golden;
import dev.interlock.record.EntityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** By which clues entities are found. */
final class ClueRows {

    private final Session session;

    ClueRows(Session session) {
        this.session = session;
    }

    private record Row(long hash, String entity) {
        @Nullable
        Object[] parameters() {
            return new @Nullable Object[] {hash, entity};
        }
    }

    /** Nothing is read of a clue that too many have but the rows up to there. */
    Map<Long, Set<EntityId>> sharing(Collection<Long> clues, int most) {
        Map<Long, Set<EntityId>> found = new TreeMap<>();
        if (clues.isEmpty()) {
            return found;
        }
        session.rows(
                """
                select c.hash, c.entity
                from (select wanted from unnest(cast(? as bigint array)) as asked (wanted)
                    where (select 1 from clue hot where hot.hash = wanted offset ? rows fetch next 1 row only) is null)
                    as rare (wanted)
                join clue c on c.hash = rare.wanted join entity e on e.id = c.entity where e.standing = ?""",
                row -> found.computeIfAbsent(row.getLong(1), any -> new TreeSet<>())
                        .add(new EntityId(row.getString(2))),
                clues,
                most,
                Golden.Standing.ACTIVE);
        return found;
    }

    /** From now on each entity has these clues and no others. */
    void replace(Map<String, Set<Long>> byEntity) {
        Set<Row> wanted = new HashSet<>();
        byEntity.forEach((entity, clues) -> clues.forEach(clue -> wanted.add(new Row(clue, entity))));
        Set<Row> stored = new HashSet<>(session.rows(
                "select hash, entity from unnest(cast(? as varchar array)) as asked (wanted) join clue on entity = wanted",
                row -> new Row(row.getLong(1), row.getString(2)),
                byEntity.keySet()));
        session.batch("delete from clue where hash = ? and entity = ?", without(stored, wanted));
        session.batch("insert into clue (hash, entity) values (?, ?)", without(wanted, stored));
    }

    void redirect(String from, String to) {
        session.run("""
                delete from clue where entity = ? and exists (select 1 from clue other
                    where other.hash = clue.hash and other.entity = ?)""", from, to);
        session.run("update clue set entity = ? where entity = ?", to, from);
    }

    private static List<@Nullable Object[]> without(Set<Row> rows, Set<Row> others) {
        List<@Nullable Object[]> rest = new ArrayList<>();
        for (Row row : rows) {
            if (!others.contains(row)) {
                rest.add(row.parameters());
            }
        }
        return rest;
    }
}
