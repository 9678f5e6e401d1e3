package dev.interlock.store;

import dev.interlock.mapping.Reference;
import dev.interlock.match.MatchKey;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entities must be planned again: those that are marked, and those that wait for another to be linked. */
final class Waits {

    private final Session session;
    private final Entities entities;

    Waits(Session session) {
        this.session = session;
        this.entities = new Entities(session);
    }

    private record Row(String form, String entity) {}

    /** From now on each entity waits for these references and no others. */
    void replace(Map<String, Set<Reference>> byEntity) {
        Set<Row> wanted = new HashSet<>();
        byEntity.forEach(
                (entity, references) -> references.forEach(reference -> wanted.add(new Row(form(reference), entity))));
        Set<Row> stored = new HashSet<>(session.rows(
                "select form, entity from unnest(cast(? as varchar array)) as asked (wanted) join waiting on entity = wanted",
                row -> new Row(row.getString(1), row.getString(2)),
                byEntity.keySet()));
        session.batch("delete from waiting where form = ? and entity = ?", without(stored, wanted));
        session.batch("insert into waiting (form, entity) values (?, ?)", without(wanted, stored));
    }

    void wake(Collection<RecordKey> linked, Collection<MatchKey> keys) {
        List<String> forms = new ArrayList<>();
        linked.forEach(key -> forms.add(form(new Reference.ById(key))));
        keys.forEach(key -> forms.add(form(new Reference.ByField(key.type(), key.kind(), key.value()))));
        if (!forms.isEmpty()) {
            mark(session.rows(
                    "select distinct entity from unnest(cast(? as varchar array)) as asked (wanted) join waiting on form = wanted",
                    row -> row.getString(1),
                    forms));
        }
    }

    /** Marks the entities, or those that carry on for them. */
    void touch(Collection<EntityId> ids) {
        mark(entities.carriedOnBy(ids.stream().map(EntityId::value).toList()).values());
    }

    /** Marks every entity of the type that carries on. */
    void touchAll(RecordType type) {
        session.run("""
                insert into touched (type, entity) select e.type, e.id from entity e
                where e.type = ? and e.standing <> 'REDIRECTED'
                    and not exists (select 1 from touched t where t.type = e.type and t.entity = e.id)""", type.name());
    }

    private void mark(Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        session.run("""
                insert into touched (type, entity) select e.type, e.id from unnest(cast(? as varchar array)) as asked (wanted) join entity e on e.id = wanted
                    and not exists (select 1 from touched t where t.type = e.type and t.entity = e.id)""", new HashSet<>(ids));
    }

    List<EntityId> take(RecordType type, int limit) {
        List<String> ids = session.rows(
                "select entity from touched where type = ? order by entity limit ?",
                row -> row.getString(1),
                type.name(),
                limit);
        session.batch(
                "delete from touched where type = ? and entity = ?",
                ids.stream().map(id -> new @Nullable Object[] {type.name(), id}).toList());
        return ids.stream().map(EntityId::new).toList();
    }

    /** An entity that goes waits for nothing; its mark passes to the one that carries on. */
    void redirect(String from, String to) {
        session.run("delete from waiting where entity = ?", from);
        if (session.run("delete from touched where entity = ?", from) > 0) {
            mark(List.of(to));
        }
    }

    private static String form(Reference reference) {
        String words = switch (reference) {
            case Reference.ById id -> "id " + id.key();
            case Reference.ByField by -> "field " + by.type() + " " + by.field() + " " + by.value();
        };
        return Storable.text(Storable.indexable(words));
    }

    private static List<@Nullable Object[]> without(Set<Row> rows, Set<Row> others) {
        List<@Nullable Object[]> rest = new ArrayList<>();
        for (Row row : rows) {
            if (!others.contains(row)) {
                rest.add(new @Nullable Object[] {row.form(), row.entity()});
            }
        }
        return rest;
    }
}
