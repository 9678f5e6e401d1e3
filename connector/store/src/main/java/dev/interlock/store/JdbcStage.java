package dev.interlock.store;

import dev.interlock.mapping.Reference;
import dev.interlock.match.MatchKey;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.FailureGroups;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Merges;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.stage.Staged;
import dev.interlock.stage.WhoIsWho;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The staging store inside one transaction: each table's own class does the work. */
final class JdbcStage extends Books implements Stage {

    private final String run;
    private final Instant now;
    private final Entities entities;
    private final Shadows shadows;
    private final Intents intents;
    private final Conflicts conflicts;
    private final Dossiers dossiers;
    private final MatchKeys matchKeys;
    private final Waits waits;
    private final Lookups lookups;
    private final Quarantine inbox;
    private final AuditTrail trail;
    private final Likenesses likenesses;
    private final Mergings mergings;

    JdbcStage(Session session, String run, Instant now) {
        super(session, run);
        this.run = run;
        this.now = now;
        this.entities = new Entities(session);
        this.shadows = new Shadows(session);
        this.intents = new Intents(session);
        this.conflicts = new Conflicts(session);
        this.dossiers = new Dossiers(session);
        this.matchKeys = new MatchKeys(session);
        this.waits = new Waits(session);
        this.lookups = new Lookups(session);
        this.inbox = new Quarantine(session, now);
        this.trail = new AuditTrail(session);
        this.likenesses = new Likenesses(session);
        this.mergings = new Mergings(session);
    }

    @Override
    public Map<RecordKey, EntityId> entities(Collection<RecordKey> keys) {
        Map<RecordKey, EntityId> found = new HashMap<>();
        shadows.entities(keys).forEach((key, entity) -> found.put(key, new EntityId(entity)));
        return found;
    }

    @Override
    public Map<EntityId, Dossier> dossiers(Collection<EntityId> asked) {
        return dossiers.of(asked);
    }

    @Override
    public Map<Reference, EntityId> resolve(Collection<Reference> references) {
        return lookups.resolve(references);
    }

    @Override
    public Map<EntityId, String> idsIn(SystemId system, Collection<EntityId> asked) {
        return lookups.idsIn(system, asked);
    }

    @Override
    public void save(Collection<Staged> staged) {
        if (staged.isEmpty()) {
            return;
        }
        entities.save(staged);
        List<Shadows.Placed> placed = new ArrayList<>();
        Map<String, Set<MatchKey>> keys = new LinkedHashMap<>();
        Map<String, Set<Long>> clues = new LinkedHashMap<>();
        Map<String, Set<Reference>> waiting = new LinkedHashMap<>();
        for (Staged each : staged) {
            String id = each.plan().golden().id().value();
            each.plan().shadows().values().forEach(shadow -> placed.add(new Shadows.Placed(id, shadow)));
            keys.put(id, each.keys());
            clues.put(id, each.clues());
            waiting.put(id, each.waitsFor());
        }
        shadows.save(placed);
        intents.stage(staged, now);
        conflicts.save(staged);
        matchKeys.replace(keys);
        likenesses.clues().replace(clues);
        waits.replace(waiting);
        trail.decisions(staged, run, now);
    }

    @Override
    public void saveShadows(Map<EntityId, List<Shadow>> byEntity) {
        Map<String, String> winners = entities.carriedOnBy(
                byEntity.keySet().stream().map(EntityId::value).toList());
        List<Shadows.Placed> placed = new ArrayList<>();
        byEntity.forEach((entity, each) -> {
            String winner = known(winners, entity);
            each.forEach(shadow -> placed.add(new Shadows.Placed(winner, shadow)));
        });
        shadows.save(placed);
    }

    @Override
    public void redirect(EntityId from, EntityId to) {
        Map<String, String> winners = entities.carriedOnBy(List.of(from.value(), to.value()));
        String goes = known(winners, from);
        String stays = known(winners, to);
        if (goes.equals(stays)) {
            return;
        }
        mergings.keep(goes, stays, now);
        shadows.redirect(goes, stays);
        matchKeys.redirect(goes, stays);
        likenesses.redirect(goes, stays);
        intents.retire(goes);
        conflicts.retire(goes);
        waits.redirect(goes, stays);
        entities.redirect(goes, stays);
    }

    private static String known(Map<String, String> winners, EntityId entity) {
        return Optional.ofNullable(winners.get(entity.value()))
                .orElseThrow(() -> new IllegalArgumentException("there is no entity " + entity));
    }

    @Override
    public void touch(Collection<EntityId> asked) {
        waits.touch(asked);
    }

    @Override
    public void touchAll(RecordType type) {
        waits.touchAll(type);
    }

    @Override
    public void wake(Collection<RecordKey> linked, Collection<MatchKey> keys) {
        waits.wake(linked, keys);
    }

    @Override
    public List<EntityId> takeTouched(RecordType type, int limit) {
        return waits.take(type, limit);
    }

    @Override
    public long countLive(SystemId system, RecordType type) {
        return lookups.countLive(system, type);
    }

    @Override
    public Map<RecordType, Long> countEntities() {
        return entities.countActive();
    }

    @Override
    public List<String> liveIds(SystemId system, RecordType type, String after, int limit) {
        return lookups.liveIds(new Shadows.Kind(system, type), after, limit);
    }

    @Override
    public WhoIsWho whoIsWho() {
        return likenesses;
    }

    @Override
    public Optional<Shadow> bystander(RecordKey key) {
        return shadows.bystander(key);
    }

    @Override
    public Merges merges() {
        return mergings;
    }

    @Override
    public Set<EntityId> find(SystemId system, String id) {
        return lookups.find(system, id);
    }

    @Override
    public Map<RecordKey, Set<EntityId>> predecessors(Collection<RecordKey> successors) {
        return lookups.predecessors(successors);
    }

    @Override
    public Map<MatchKey, Set<EntityId>> candidates(Collection<MatchKey> keys) {
        return matchKeys.candidates(keys);
    }

    @Override
    public List<Intent> due(Target target, Instant now, long after, int limit) {
        return intents.due(target, now, after, limit);
    }

    @Override
    public List<Intent> unsettled(Target target, Instant now, int limit) {
        return intents.unsettled(target, now, limit);
    }

    @Override
    public void move(Collection<Intent> moved, Intent.Status next, Instant notBefore) {
        intents.move(moved, next, notBefore);
    }

    @Override
    public List<Intent> refused(Target target, long after, int limit) {
        return intents.refused(target, after, limit);
    }

    @Override
    public List<Intent> creates(Collection<EntityId> made, SystemId system) {
        return intents.creates(made, system);
    }

    @Override
    public long countDue(Target target, Write.Kind kind) {
        return intents.countDue(target, kind);
    }

    @Override
    public Map<Intent.Status, Long> countOpen(SystemId system) {
        return intents.countOpen(system);
    }

    @Override
    public void setAside(Collection<Quarantined> records) {
        inbox.setAside(records);
    }

    @Override
    public int settle(Collection<String> traceKeys) {
        return inbox.settle(traceKeys);
    }

    @Override
    public FailureGroups failureGroups() {
        return inbox.failureGroups();
    }

    @Override
    public List<Quarantined> quarantined(String after, int limit) {
        return inbox.quarantined(after, limit);
    }

    @Override
    public long countQuarantined() {
        return inbox.countQuarantined();
    }

    @Override
    public Map<EntityId, List<Conflict>> conflicts(String after, int limit) {
        return inbox.conflicts(after, limit);
    }

    @Override
    public long countConflicts() {
        return inbox.countConflicts();
    }
}
