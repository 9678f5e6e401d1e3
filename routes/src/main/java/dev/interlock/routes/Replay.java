package dev.interlock.routes;

import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings failed records on their way again. Nothing that was stored is sent: what the systems say now is read, everything is
 * planned anew, and only what then is owed goes out. A record that changed since it failed is planned as it is now; one that
 * went through meanwhile is left alone.
 */
public final class Replay {

    private static final Order READ =
            new Order(Set.of(), Set.of(), Order.Reach.CHANGES, Order.Writes.STAGE_ONLY, Order.Deletes.GUARDED);

    private final Workplace place;
    private final Watch watch;

    public Replay(Workplace place, Watch watch) {
        this.place = place;
        this.watch = watch;
    }

    /** Reads what changed everywhere, and stages what follows; nothing is written to a system. */
    public Report read(String run) {
        return new Sync(place).run(run, READ, watch);
    }

    /**
     * Plans these failures anew and tells what would become of them. To be asked on a rehearsal of the store, after
     * {@link #read}.
     */
    public Forecast foresee(List<Quarantined> failures) {
        Round round = new Round(place, READ, watch);
        planAgain(failures, round);
        return place.store().inTransaction(stage -> {
            Map<String, EntityId> entities = entities(failures, stage);
            Foreseeing foreseeing = new Foreseeing(place, stage, entities, aside(failures, stage));
            List<Forecast.Row> rows = failures.stream().map(foreseeing::row).toList();
            return new Forecast(place.configuration().fingerprint(), rows, calls(failures, rows));
        });
    }

    /** Plans these failures anew, and sends what is owed; answers what became of each, by trace key. */
    public Map<String, Result> send(List<Quarantined> failures) {
        Round round = new Round(place, Order.usual(), watch);
        planAgain(failures, round);
        Set<EntityId> only = new HashSet<>(
                place.store().inTransaction(stage -> entities(failures, stage)).values());
        round.carryOut(only);
        return place.store().inTransaction(stage -> results(failures, stage));
    }

    /** What became of a replayed failure. */
    public enum Result {
        /** It went through, or nothing was owed any more. */
        DONE,
        /** It failed again, and is set aside again. */
        FAILED,
        /** It was not its turn yet: a limit, a lock, a record it waits for. */
        LATER
    }

    private void planAgain(List<Quarantined> failures, Round round) {
        new LookingAgain(place).at(failures, round);
        Set<EntityId> touched = new HashSet<>();
        place.store().inTransaction(stage -> {
            touched.addAll(entities(failures, stage).values());
            targets(failures)
                    .forEach(target -> Refused.retry(
                            stage,
                            target,
                            intent -> touched.contains(intent.write().entity()),
                            place.clock().instant()));
            stage.touch(touched);
            return touched;
        });
        round.replanAll();
    }

    private static Set<Target> targets(List<Quarantined> failures) {
        return failures.stream()
                .filter(failure -> failure.cause().step() == Cause.Step.WRITE)
                .map(failure ->
                        new Target(failure.cause().system(), failure.cause().type()))
                .collect(Collectors.toSet());
    }

    private static Map<String, EntityId> entities(List<Quarantined> failures, Stage stage) {
        List<RecordKey> keys =
                failures.stream().flatMap(failure -> failure.key().stream()).toList();
        Map<RecordKey, EntityId> owners = stage.entities(keys);
        Map<String, EntityId> entities = new HashMap<>();
        failures.forEach(failure -> failure.entity()
                .or(() -> failure.key().map(owners::get))
                .ifPresent(entity -> entities.put(failure.traceKey(), entity)));
        return entities;
    }

    private static Map<String, Quarantined> aside(List<Quarantined> failures, Stage stage) {
        Map<String, Quarantined> aside = new HashMap<>();
        failures.forEach(failure ->
                stage.failureGroups().failure(failure.id()).ifPresent(still -> aside.put(still.traceKey(), still)));
        return aside;
    }

    private static Map<String, Result> results(List<Quarantined> failures, Stage stage) {
        Map<String, Quarantined> aside = aside(failures, stage);
        Map<String, Result> results = new TreeMap<>();
        for (Quarantined failure : failures) {
            Quarantined still = aside.get(failure.traceKey());
            boolean again = still != null
                    && (still.attempts() > failure.attempts() || still.cause().step() != Cause.Step.WRITE);
            results.put(failure.traceKey(), still == null ? Result.DONE : again ? Result.FAILED : Result.LATER);
        }
        return results;
    }

    /** Updates are looked at before they are written; creates are not. */
    private Map<SystemId, Long> calls(List<Quarantined> failures, List<Forecast.Row> rows) {
        Map<Target, long[]> work = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Cause cause = failures.get(i).cause();
            long[] counts = work.computeIfAbsent(new Target(cause.system(), cause.type()), any -> new long[2]);
            switch (rows.get(i).outcome()) {
                case CREATE -> counts[0]++;
                case UPDATE, DELETE -> counts[1]++;
                case NOTHING, CONFLICT, INVALID -> {}
            }
        }
        Map<SystemId, Long> calls = new HashMap<>();
        work.forEach((target, counts) -> calls.merge(target.system(), calls(target, counts), Long::sum));
        return calls;
    }

    private long calls(Target target, long[] counts) {
        Outgoing outgoing = place.system(target.system()).handover();
        int creates = outgoing.recordsPerCall(Write.Kind.CREATE);
        int updates = outgoing.recordsPerCall(Write.Kind.UPDATE);
        return Math.ceilDiv(counts[0], (long) creates) + 2 * Math.ceilDiv(counts[1], (long) updates);
    }
}
