package dev.interlock.stage;

import dev.interlock.mapping.Reference;
import dev.interlock.match.Candidates;
import dev.interlock.match.MatchKey;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The staging store as one transaction sees it: entities and what is known of them. */
public interface Stage extends Candidates, Outbox, Inbox, Ledger {

    /** Which entities these records belong to, by their ids or aliases; unknown records are left out. */
    Map<RecordKey, EntityId> entities(Collection<RecordKey> keys);

    /**
     * Everything known of these entities. Of an entity that was redirected, the dossier of the one that carries on is given,
     * under the id asked for. Unknown ids are left out.
     */
    Map<EntityId, Dossier> dossiers(Collection<EntityId> entities);

    /** What is known of a record that does not stand for its entity, because another of the same system does. */
    Optional<Shadow> bystander(RecordKey key);

    /**
     * The entities that references mean: by id through the shadows of that system, by field through match keys of one field.
     * Left out are those that mean none or more than one.
     */
    Map<Reference, EntityId> resolve(Collection<Reference> references);

    /** The id of each entity's live record in that system; entities without one are left out. */
    Map<EntityId, String> idsIn(SystemId system, Collection<EntityId> entities);

    /**
     * Stores what was planned: golden records (their version raised by one if anything changed), shadows, intents, conflicts,
     * audit rows, match keys, and what each entity waits for. A planned intent of the same entity and system is replaced, and
     * the number of operation grows.
     */
    void save(Collection<Staged> staged);

    /** Stores shadows alone, such as after an acknowledged write; entity by entity. */
    void saveShadows(Map<EntityId, List<Shadow>> shadows);

    /** Takes all shadows and match keys of one entity over to another, and leaves a redirect behind. */
    void redirect(EntityId from, EntityId to);

    /** Marks entities to be planned again. */
    void touch(Collection<EntityId> entities);

    /** Marks every entity of the type to be planned again, because what its records mean has changed. */
    void touchAll(RecordType type);

    /** Marks the entities that wait for any of these records or match keys to be linked. */
    void wake(Collection<RecordKey> linked, Collection<MatchKey> keys);

    /** Entities of the type that are marked to be planned again, in order of id, at most {@code limit}; the marks are taken. */
    List<EntityId> takeTouched(RecordType type, int limit);

    /**
     * How many records of a type the system is known to have: live shadows, records set aside without one, and duplicates that
     * a person was told of.
     */
    long countLive(SystemId system, RecordType type);

    /** How many entities of each type there are in good standing. */
    Map<RecordType, Long> countEntities();

    /** Ids of the system's live shadows of the type, in order, after the given one, at most {@code limit}. */
    List<String> liveIds(SystemId system, RecordType type, String after, int limit);

    /** Which entities became these records by conversion (R10); records that nothing became are left out. */
    Map<RecordKey, Set<EntityId>> predecessors(Collection<RecordKey> successors);

    /** What is known beside keys of who is who. */
    WhoIsWho whoIsWho();

    /** Which entities became one, and how they part again. */
    Merges merges();

    /** The entities that have this external id or alias in the system or became it by conversion, whatever the type. */
    Set<EntityId> find(SystemId system, String id);
}
