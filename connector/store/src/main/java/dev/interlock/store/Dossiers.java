package dev.interlock.store;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Golden;
import dev.interlock.plan.Pending;
import dev.interlock.plan.Relinking;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.SystemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what several tables know of an entity. */
final class Dossiers {

    private final Entities entities;
    private final Shadows shadows;
    private final Intents intents;
    private final Conflicts conflicts;

    Dossiers(Session session) {
        this.entities = new Entities(session);
        this.shadows = new Shadows(session);
        this.intents = new Intents(session);
        this.conflicts = new Conflicts(session);
    }

    /** The dossiers of the entities that carry on for those asked for, under the ids asked for. */
    Map<EntityId, Dossier> of(Collection<EntityId> asked) {
        Map<String, String> winners =
                entities.carriedOnBy(asked.stream().map(EntityId::value).toList());
        if (winners.isEmpty()) {
            return Map.of();
        }
        Set<String> ids = new TreeSet<>(winners.values());
        Map<String, Golden> goldens = entities.goldens(ids);
        Map<String, Map<SystemId, Shadow>> shadowsOf = shadows.current(ids);
        Map<String, Map<SystemId, Pending>> pendingOf = intents.pending(ids);
        Map<String, Map<String, Conflict>> conflictsOf = conflicts.of(ids);
        Map<EntityId, Dossier> all = new HashMap<>();
        winners.forEach((entity, id) -> Optional.ofNullable(goldens.get(id))
                .ifPresent(golden -> all.put(
                        new EntityId(entity),
                        new Dossier(
                                golden,
                                shadowsOf.getOrDefault(id, Map.of()),
                                pendingOf.getOrDefault(id, Map.of()),
                                conflictsOf.getOrDefault(id, Map.of())))));
        return upToDate(all);
    }

    /** R9: what names an entity that was redirected since names the one that carries on. */
    private Map<EntityId, Dossier> upToDate(Map<EntityId, Dossier> dossiers) {
        Set<String> named = new TreeSet<>();
        dossiers.values().forEach(dossier -> Relinking.named(dossier).forEach(id -> named.add(id.value())));
        if (named.isEmpty()) {
            return dossiers;
        }
        Map<String, String> redirects = entities.carriedOnBy(named);
        redirects.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        if (!redirects.isEmpty()) {
            dossiers.replaceAll((any, dossier) ->
                    Relinking.relinked(dossier, id -> new EntityId(redirects.getOrDefault(id.value(), id.value()))));
        }
        return dossiers;
    }
}
