package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Stage;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** A page of writes that were looked up, and what was found for each. */
    private record Looked(
            ConnectedSystem system,
            Desk desk,
            List<Intent> open,
            Map<EntityId, Dossier> dossiers,
            List<Optional<Observation>> found) {

        /** Of a create, the record that shows it was done, where no link knows it yet. */
        Optional<RecordKey> made(int at) {
            boolean has = Optional.ofNullable(dossiers.get(open.get(at).write().entity()))
                    .map(known -> known.shadows().containsKey(system.id()))
                    .orElse(false);
            return has ? Optional.empty() : found.get(at).map(Observation::key);
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
        adopt(new Looked(system, desk, open, dossiers, found));
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
    private void adopt(Looked looked) {
        List<Intent> open = looked.open();
        List<Intent> unknown = open.stream()
                .filter(intent -> intent.status() == Intent.Status.SENT)
                .toList();
        Map<EntityId, RecordKey> made = new HashMap<>();
        Set<EntityId> touched = new HashSet<>();
        for (int i = 0; i < open.size(); i++) {
            EntityId entity = open.get(i).write().entity();
            touched.add(entity);
            looked.made(i).ifPresent(key -> made.put(entity, key));
        }
        place.store().inTransaction(stage -> {
            stage.move(unknown, Intent.Status.UNKNOWN, place.clock().instant());
            stage.move(
                    reread(open, unknown),
                    Intent.Status.WITHDRAWN,
                    place.clock().instant());
            stage.saveShadows(linked(made, looked, stage));
            stage.touch(touched);
            stage.wake(made.values(), Set.of());
            return made;
        });
    }

    private static Map<EntityId, List<Shadow>> linked(Map<EntityId, RecordKey> made, Looked looked, Stage stage) {
        SystemId system = looked.system().id();
        Map<EntityId, List<Intent>> creates = stage.creates(made.keySet(), system).stream()
                .collect(Collectors.groupingBy(intent -> intent.write().entity()));
        Map<EntityId, List<Shadow>> linked = new HashMap<>();
        made.forEach((entity, key) -> {
            Map<String, FieldValue> held = Created.held(
                    creates.getOrDefault(entity, List.of()), looked.desk().mapping(), system);
            linked.put(
                    entity,
                    List.of(Shadow.fresh(key).acknowledged(held, RawFields.NONE, Instant.EPOCH, Instant.EPOCH)));
        });
        return linked;
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
