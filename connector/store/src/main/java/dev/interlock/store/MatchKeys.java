package dev.interlock.store;

import dev.interlock.match.MatchKey;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** By which values entities are found. */
final class MatchKeys {

    private final Session session;

    MatchKeys(Session session) {
        this.session = session;
    }

    private record Row(String form, String kind, String type, String entity) {
        static Row of(MatchKey key, String entity) {
            return new Row(MatchKeys.form(key), key.kind(), key.type().name(), entity);
        }

        @Nullable
        Object[] parameters() {
            return new @Nullable Object[] {form, kind, type, entity};
        }
    }

    static String form(MatchKey key) {
        return Storable.text(Storable.indexable(key.value()));
    }

    /** The active entities that have a key. */
    Map<MatchKey, Set<EntityId>> active(Collection<MatchKey> keys) {
        return find(keys, "e.standing = 'ACTIVE'");
    }

    /** Those, and the ended ones of which a record was unlinked and may still be there. */
    Map<MatchKey, Set<EntityId>> candidates(Collection<MatchKey> keys) {
        return find(keys, """
                (e.standing = 'ACTIVE' or e.standing = 'TOMBSTONE'
                    and exists (select 1 from shadow s where s.entity = e.id and s.state = 'DETACHED'))""");
    }

    private Map<MatchKey, Set<EntityId>> find(Collection<MatchKey> keys, String condition) {
        Map<MatchKey, MatchKey> byForm = new HashMap<>();
        keys.forEach(key -> byForm.put(new MatchKey(key.type(), key.kind(), form(key)), key));
        Map<MatchKey, Set<EntityId>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        session.rows(
                """
                select k.type, k.kind, k.form, k.entity from unnest(cast(? as varchar array)) as asked (wanted)
                join match_key k on k.form = wanted join entity e on e.id = k.entity where\s""" + condition,
                row -> {
                    MatchKey stored =
                            new MatchKey(new RecordType(row.getString(1)), row.getString(2), row.getString(3));
                    MatchKey asked = byForm.get(stored);
                    return asked != null
                            && found.computeIfAbsent(asked, key -> new TreeSet<>())
                                    .add(new EntityId(row.getString(4)));
                },
                byForm.keySet().stream().map(MatchKey::value).distinct().toList());
        return found;
    }

    /** From now on each entity has these keys and no others. */
    void replace(Map<String, Set<MatchKey>> byEntity) {
        Set<Row> wanted = new HashSet<>();
        byEntity.forEach((entity, keys) -> keys.forEach(key -> wanted.add(Row.of(key, entity))));
        Set<Row> stored = new HashSet<>(session.rows(
                "select form, kind, type, entity from unnest(cast(? as varchar array)) as asked (wanted) join match_key on entity = wanted",
                row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                byEntity.keySet()));
        session.batch(
                "delete from match_key where form = ? and kind = ? and type = ? and entity = ?",
                without(stored, wanted));
        session.batch("insert into match_key (form, kind, type, entity) values (?, ?, ?, ?)", without(wanted, stored));
    }

    void redirect(String from, String to) {
        session.run("""
                delete from match_key where entity = ? and exists (select 1 from match_key other where other.entity = ?
                    and other.form = match_key.form and other.kind = match_key.kind and other.type = match_key.type)""", from, to);
        session.run("update match_key set entity = ? where entity = ?", to, from);
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
