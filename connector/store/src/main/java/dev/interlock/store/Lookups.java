package dev.interlock.store;

import dev.interlock.mapping.Reference;
import dev.interlock.match.MatchKey;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Questions that concern more than one table. */
final class Lookups {

    private final Session session;
    private final Entities entities;
    private final Shadows shadows;
    private final MatchKeys matchKeys;

    Lookups(Session session) {
        this.session = session;
        this.entities = new Entities(session);
        this.shadows = new Shadows(session);
        this.matchKeys = new MatchKeys(session);
    }

    Map<Reference, EntityId> resolve(Collection<Reference> references) {
        Map<RecordKey, String> byId = shadows.entities(references.stream()
                .filter(Reference.ById.class::isInstance)
                .map(each -> ((Reference.ById) each).key())
                .toList());
        Map<MatchKey, Set<EntityId>> byField = matchKeys.active(references.stream()
                .filter(Reference.ByField.class::isInstance)
                .map(each -> key((Reference.ByField) each))
                .toList());
        Map<Reference, EntityId> found = new HashMap<>();
        for (Reference each : references) {
            Optional<EntityId> one = switch (each) {
                case Reference.ById id ->
                    Optional.ofNullable(byId.get(id.key())).map(EntityId::new);
                case Reference.ByField field -> only(byField.getOrDefault(key(field), Set.of()));
            };
            one.ifPresent(entity -> found.put(each, entity));
        }
        return found;
    }

    private static MatchKey key(Reference.ByField reference) {
        return new MatchKey(reference.type(), reference.field(), reference.value());
    }

    private static Optional<EntityId> only(Set<EntityId> entities) {
        return entities.size() == 1 ? entities.stream().findFirst() : Optional.empty();
    }

    Map<EntityId, String> idsIn(SystemId system, Collection<EntityId> asked) {
        Map<String, String> winners =
                entities.carriedOnBy(asked.stream().map(EntityId::value).toList());
        Map<String, String> ids = new HashMap<>();
        session.rows(
                """
                select entity, ext_id from unnest(cast(? as varchar array)) as asked (wanted) join shadow on entity = wanted and system = ? and is_current and state = ?""",
                row -> ids.put(row.getString(1), row.getString(2)),
                new TreeSet<>(winners.values()),
                system.name(),
                Shadow.State.LIVE);
        Map<EntityId, String> found = new HashMap<>();
        winners.forEach((entity, winner) ->
                Optional.ofNullable(ids.get(winner)).ifPresent(id -> found.put(new EntityId(entity), id)));
        return found;
    }

    long countLive(SystemId system, RecordType type) {
        long live = session.number(
                "select count(*) from shadow where system = ? and type = ? and state = ?",
                system.name(),
                type.name(),
                Shadow.State.LIVE);
        long setAside = session.number("""
                select count(distinct q.key_id) from quarantine q where q.system = ? and q.type = ? and q.key_id is not null
                    and not exists (select 1 from shadow s
                        where s.ext_id = q.key_id and s.system = q.system and s.type = q.type)""", system.name(), type.name());
        long duplicates =
                session.number("""
                select count(*) from shadow s where s.system = ? and s.type = ? and s.state = ? and not s.is_current
                    and exists (select 1 from conflict c where c.entity = s.entity and c.kind = ?)""", system.name(), type.name(), Shadow.State.DETACHED, Conflict.Kind.DUPLICATE);
        return live + setAside + duplicates;
    }

    List<String> liveIds(Shadows.Kind kind, String after, int limit) {
        return session.rows(
                """
                select ext_id from shadow where system = ? and type = ? and state = ? and ext_id > ?
                order by ext_id limit ?""",
                row -> row.getString(1),
                kind.system().name(),
                kind.type().name(),
                Shadow.State.LIVE,
                after,
                limit);
    }

    Set<EntityId> find(SystemId system, String id) {
        return new TreeSet<>(session.rows(
                """
                select entity from shadow where ext_id = ? and system = ?
                union select entity from alias where old_id = ? and system = ?
                union select entity from successor where ext_id = ? and system = ?""", row -> new EntityId(row.getString(1)), id, system.name(), id, system.name(), id, system.name()));
    }

    Map<RecordKey, Set<EntityId>> predecessors(Collection<RecordKey> keys) {
        Map<RecordKey, Set<EntityId>> found = new HashMap<>();
        new Successors(session).predecessors(keys).forEach((key, entities) -> {
            Set<EntityId> became = new TreeSet<>();
            entities.forEach(entity -> became.add(new EntityId(entity)));
            found.put(key, became);
        });
        return found;
    }
}
