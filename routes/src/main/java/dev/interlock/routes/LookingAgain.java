package dev.interlock.routes;

import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Quarantined;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks up records that stopped on their way in, and sends them on it once more, whether they changed or not. */
final class LookingAgain {

    private final Workplace place;

    LookingAgain(Workplace place) {
        this.place = place;
    }

    /** Everything that is set aside and has an id, of the types and systems that the round is about. */
    void atAll(Round round) {
        Selection all = Selection.of(List.of(), place.configuration());
        List<Quarantined> aside = place.store().inTransaction(all::in);
        at(
                aside.stream()
                        .filter(one -> place.systems().containsKey(one.cause().system()))
                        .filter(one -> place.desks().containsKey(one.cause().type()))
                        .filter(one -> round.includes(one.cause().type()))
                        .toList(),
                round);
    }

    /** Records that a person decided about since they were set aside. */
    void atDecided(Round round) {
        Set<RecordKey> decided =
                place.store().inTransaction(stage -> stage.whoIsWho().decided());
        Map<Target, List<RecordKey>> asked =
                new TreeMap<>(Comparator.comparing(Target::type).thenComparing(Target::system));
        decided.stream()
                .filter(key -> place.systems().containsKey(key.system()))
                .filter(key -> place.desks().containsKey(key.type()) && round.includes(key.type()))
                .sorted(Comparator.comparing(RecordKey::toString))
                .forEach(key -> asked.computeIfAbsent(new Target(key.system(), key.type()), any -> new ArrayList<>())
                        .add(key));
        look(asked, round);
    }

    /** Records that stopped on their way in are looked up and go their way again. */
    void at(List<Quarantined> failures, Round round) {
        Map<Target, List<RecordKey>> asked = new LinkedHashMap<>();
        failures.forEach(failure -> failure.key()
                .ifPresent(key -> asked.computeIfAbsent(new Target(key.system(), key.type()), any -> new ArrayList<>())
                        .add(key)));
        look(asked, round);
    }

    private void look(Map<Target, List<RecordKey>> asked, Round round) {
        asked.forEach((target, keys) ->
                round.guard(place.system(target.system()), target.type(), () -> lookAgain(target, keys, round)));
    }

    private void lookAgain(Target target, List<RecordKey> keys, Round round) {
        ConnectedSystem system = place.system(target.system());
        Desk desk = place.desk(target.type());
        int size = system.handover().recordsPerCall(Write.Kind.UPDATE);
        for (int from = 0; from < keys.size(); from += size) {
            List<RecordKey> page = keys.subList(from, Math.min(keys.size(), from + size));
            List<Observation> seen = lookUp(system, desk, page);
            forget(page, seen);
            place.camel()
                    .requestBody(
                            Journey.ARRIVED,
                            new ArrivedPage(
                                    desk,
                                    system.id(),
                                    seen,
                                    round.tally(system.id(), target.type()),
                                    ArrivedPage.Attention.ALL));
        }
    }

    private static List<Observation> lookUp(ConnectedSystem system, Desk desk, List<RecordKey> page) {
        List<Outgoing.Address> addresses = page.stream()
                .map(key -> new Outgoing.Address(Optional.of(key.id()), ""))
                .toList();
        return system
                .handover()
                .lookUp(new Outgoing.Question(
                        desk.mapping().type(),
                        desk.mapping().place(system.id()).orElseThrow(),
                        Checking.columns(desk.mapping(), system.id()),
                        addresses))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A record that is looked at again must say for itself that it still cannot go on. */
    private void forget(List<RecordKey> page, List<Observation> seen) {
        Set<RecordKey> there = seen.stream().map(Observation::key).collect(Collectors.toSet());
        List<String> over = page.stream()
                .filter(there::contains)
                .flatMap(key -> Asides.traceKeys(key).stream())
                .toList();
        place.store().inTransaction(stage -> stage.settle(over));
    }
}
