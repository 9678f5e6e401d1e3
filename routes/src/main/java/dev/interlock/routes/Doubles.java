package dev.interlock.routes;

import dev.interlock.match.MatchKey;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * R4, the other way round: a record is not made in a system where another entity with the same identifying key has one. Two
 * entities come to have one key when somebody edits it, or takes back what was deleted after its successor was met.
 */
final class Doubles {

    private final Desk desk;
    private final SystemId system;
    private final Map<MatchKey, Set<EntityId>> candidates;
    private final Map<EntityId, Dossier> dossiers;
    private final Map<MatchKey, EntityId> made = new HashMap<>();

    private Doubles(Errands errands, Map<MatchKey, Set<EntityId>> candidates, Map<EntityId, Dossier> dossiers) {
        this.desk = errands.desk();
        this.system = errands.system().id();
        this.candidates = candidates;
        this.dossiers = dossiers;
    }

    /** @param parcels whose dossiers are those of the page */
    static Doubles among(Parcels parcels, List<Intent> page, Stage stage) {
        if (parcels.kind() != Write.Kind.CREATE) {
            return new Doubles(parcels.errands(), Map.of(), Map.of());
        }
        Set<MatchKey> keys = new HashSet<>();
        page.forEach(intent -> keys.addAll(
                parcels.errands().desk().identifyingKeys(intent.write().fields())));
        Map<MatchKey, Set<EntityId>> candidates = keys.isEmpty() ? Map.of() : stage.candidates(keys);
        Set<EntityId> others = new HashSet<>();
        candidates.values().forEach(others::addAll);
        others.removeAll(parcels.dossiers().keySet());
        Map<EntityId, Dossier> dossiers = new HashMap<>(parcels.dossiers());
        if (!others.isEmpty()) {
            dossiers.putAll(stage.dossiers(others));
        }
        return new Doubles(parcels.errands(), candidates, dossiers);
    }

    /** The entity beside whose record the write would make a second one. */
    Optional<EntityId> of(Intent intent) {
        if (intent.write().kind() != Write.Kind.CREATE) {
            return Optional.empty();
        }
        EntityId self = intent.write().entity();
        Set<EntityId> rivals = new TreeSet<>();
        Set<MatchKey> keys = desk.identifyingKeys(intent.write().fields());
        for (MatchKey key : keys) {
            candidates.getOrDefault(key, Set.of()).stream()
                    .filter(other -> !other.equals(self) && isThere(other, key))
                    .forEach(rivals::add);
            Optional.ofNullable(made.get(key))
                    .filter(other -> !other.equals(self))
                    .ifPresent(rivals::add);
        }
        if (rivals.isEmpty()) {
            keys.forEach(key -> made.put(key, self));
        }
        return rivals.stream().findFirst();
    }

    /** A key that only another system's record still has is on its way out. */
    private boolean isThere(EntityId other, MatchKey key) {
        Optional<Dossier> dossier = Optional.ofNullable(dossiers.get(other));
        Optional<Shadow> record = dossier.map(known -> known.shadows().get(system))
                .filter(shadow -> shadow.isLive() || shadow.state() == Shadow.State.DETACHED);
        return record.isPresent()
                && (desk.identifyingKeys(record.get().observed()).contains(key)
                        || desk.identifyingKeys(dossier.get().golden().values()).contains(key));
    }
}
