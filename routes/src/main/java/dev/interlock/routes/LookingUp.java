package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of writes whose answer never came, or whose sender died: by looking, never by sending again. What is
 * found is an observation like any other; what is not found was not done, and is planned again.
 */
final class LookingUp {

    private static final int PAGE = 200;

    private final Workplace place;

    LookingUp(Workplace place) {
        this.place = place;
    }

    void settle(ConnectedSystem system, Desk desk, Tally tally) {
        Target target = new Target(system.id(), desk.mapping().type());
        while (true) {
            List<Intent> open = place.store()
                    .inTransaction(
                            stage -> stage.unsettled(target, place.clock().instant(), PAGE));
            if (open.isEmpty()) {
                return;
            }
            settlePage(system, desk, tally, open);
        }
    }

    private void settlePage(ConnectedSystem system, Desk desk, Tally tally, List<Intent> open) {
        Map<EntityId, Dossier> dossiers = dossiers(open);
        List<Optional<Observation>> found = new Inquiry(system, desk)
                .ask(open.stream()
                        .map(intent -> address(
                                intent,
                                Optional.ofNullable(dossiers.get(intent.write().entity()))))
                        .toList());
        tally.add(Tally.Of.LEAST_READS, 1);
        adopt(system, open, found, dossiers);
        List<Observation> seen = found.stream().flatMap(Optional::stream).toList();
        if (!seen.isEmpty()) {
            Arrival arrival = new Arrival(place.camel(), system, desk, tally);
            arrival.of(seen, ArrivedPage.Attention.NEWS);
            arrival.complete();
        }
    }

    private Map<EntityId, Dossier> dossiers(List<Intent> open) {
        Set<EntityId> entities = new HashSet<>();
        open.forEach(intent -> entities.add(intent.write().entity()));
        return place.store().inTransaction(stage -> stage.dossiers(entities));
    }

    private static Outgoing.Address address(Intent intent, Optional<Dossier> dossier) {
        Optional<String> id = dossier.flatMap(known ->
                        Optional.ofNullable(known.shadows().get(intent.write().system())))
                .map(shadow -> shadow.key().id());
        return new Outgoing.Address(id, intent.write().entity().value());
    }

    /**
     * A create that was found is linked, before its observation goes its way. Every intent is over: what is still owed after
     * the observation is planned anew.
     */
    private void adopt(
            ConnectedSystem system,
            List<Intent> open,
            List<Optional<Observation>> found,
            Map<EntityId, Dossier> dossiers) {
        Map<EntityId, List<Shadow>> created = new HashMap<>();
        Set<EntityId> touched = new HashSet<>();
        Set<RecordKey> linked = new HashSet<>();
        List<Intent> unknown = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Intent intent = open.get(i);
            EntityId entity = intent.write().entity();
            touched.add(entity);
            if (intent.status() == Intent.Status.SENT) {
                unknown.add(intent);
            }
            boolean has = Optional.ofNullable(dossiers.get(entity))
                    .map(known -> known.shadows().containsKey(system.id()))
                    .orElse(false);
            if (found.get(i).isPresent() && !has) {
                RecordKey key = found.get(i).get().key();
                created.put(entity, List.of(Shadow.fresh(key)));
                linked.add(key);
            }
        }
        place.store().inTransaction(stage -> {
            stage.move(unknown, Intent.Status.UNKNOWN, place.clock().instant());
            stage.move(
                    reread(open, unknown),
                    Intent.Status.WITHDRAWN,
                    place.clock().instant());
            stage.saveShadows(created);
            stage.touch(touched);
            stage.wake(linked, Set.of());
            return created;
        });
    }

    private static List<Intent> reread(List<Intent> open, List<Intent> moved) {
        return open.stream()
                .map(intent -> moved.contains(intent)
                        ? new Intent(
                                intent.number(),
                                intent.operation(),
                                intent.write(),
                                Intent.Status.UNKNOWN,
                                intent.notBefore(),
                                intent.attempts())
                        : intent)
                .toList();
    }
}
