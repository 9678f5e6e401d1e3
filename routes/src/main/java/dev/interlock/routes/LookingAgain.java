package dev.interlock.routes;

import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Quarantined;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks up records that stopped on their way in, and sends them on it once more, whether they changed or not. */
final class LookingAgain {

    private static final int PAGE = 200;

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
        Arrival arrival = new Arrival(
                place.camel(),
                place.system(target.system()),
                place.desk(target.type()),
                round.tally(target.system(), target.type()));
        for (int from = 0; from < keys.size(); from += PAGE) {
            List<RecordKey> page = keys.subList(from, Math.min(keys.size(), from + PAGE));
            List<Observation> seen = arrival.lookUp(page);
            forget(page, seen);
            arrival.of(seen, ArrivedPage.Attention.ALL);
        }
        arrival.complete();
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
