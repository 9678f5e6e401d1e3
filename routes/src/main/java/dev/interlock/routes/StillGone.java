package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Trouble;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * R5, S16: a record is deleted because another system reported the end of its counterpart. Between that report and the delete
 * the counterpart may have been taken back: in a system that was not read since, or whose index does not show it yet. So that
 * system is asked once more, and what is there again is heard before anything is deleted for it.
 */
final class StillGone {

    private static final int PAGE = 500;

    private final Workplace place;

    StillGone(Workplace place) {
        this.place = place;
    }

    /**
     * Asks about every delete that is due.
     *
     * @throws dev.interlock.routes.system.Trouble if a system cannot be asked: then nothing may be deleted
     */
    void ask(ConnectedSystem target, Desk desk, Tally tally, Predicate<EntityId> which) {
        List<EntityId> ending = ending(new Target(target.id(), desk.mapping().type()), which);
        for (int from = 0; from < ending.size(); from += PAGE) {
            List<EntityId> page = ending.subList(from, Math.min(ending.size(), from + PAGE));
            Map<EntityId, Dossier> dossiers = place.store().inTransaction(stage -> stage.dossiers(page));
            Map<SystemId, List<RecordKey>> gone = new TreeMap<>();
            dossiers.values().stream()
                    .flatMap(dossier -> dossier.shadows().values().stream())
                    .filter(shadow -> shadow.state() == Shadow.State.TOMBSTONE)
                    .map(Shadow::key)
                    .forEach(key -> gone.computeIfAbsent(key.system(), any -> new ArrayList<>())
                            .add(key));
            gone.forEach((system, keys) -> ask(place.system(system), desk, tally, keys));
        }
    }

    private List<EntityId> ending(Target target, Predicate<EntityId> which) {
        List<EntityId> ending = new ArrayList<>();
        long after = 0;
        while (true) {
            long last = after;
            List<Intent> page = place.store()
                    .inTransaction(stage -> stage.due(target, place.clock().instant(), last, PAGE));
            if (page.isEmpty()) {
                return ending;
            }
            page.stream()
                    .map(Intent::write)
                    .filter(write -> write.kind() == Write.Kind.DELETE && which.test(write.entity()))
                    .forEach(write -> ending.add(write.entity()));
            after = page.getLast().number();
        }
    }

    private void ask(ConnectedSystem system, Desk desk, Tally tally, List<RecordKey> keys) {
        place.store()
                .inTransaction(
                        stage -> Pauses.notBefore(system.id(), place.clock().instant(), stage))
                .ifPresent(until -> {
                    throw Trouble.of(Trouble.Kind.LIMIT, "PAUSED", system.id() + " is left alone until " + until);
                });
        Arrival arrival = new Arrival(place.camel(), system, desk, tally);
        Set<RecordKey> asked = keys.stream().collect(Collectors.toSet());
        List<Observation> back = lookUp(keys, arrival, system, desk).stream()
                .filter(found -> found.isLive() && asked.contains(found.key()))
                .toList();
        tally.add(Tally.Of.LEAST_READS, 1);
        if (!back.isEmpty()) {
            arrival.of(back, ArrivedPage.Attention.NEWS);
            arrival.complete();
        }
    }

    /** A limit is that of the system which was asked, and not of the one that waits to be written to. */
    private List<Observation> lookUp(List<RecordKey> keys, Arrival arrival, ConnectedSystem system, Desk desk) {
        try {
            return arrival.lookUp(keys);
        } catch (Trouble trouble) {
            new Troubles(place).met(system.id(), desk.mapping().type(), trouble);
            throw trouble;
        }
    }
}
