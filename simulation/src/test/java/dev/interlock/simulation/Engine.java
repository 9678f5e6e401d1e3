package dev.interlock.simulation;

import dev.interlock.mapping.Configuration;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Desk;
import dev.interlock.routes.Order;
import dev.interlock.routes.Replay;
import dev.interlock.routes.Report;
import dev.interlock.routes.Sync;
import dev.interlock.routes.Watch;
import dev.interlock.routes.Workplace;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.StagingStore;
import dev.interlock.stage.StoreUnavailable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The engine as processes that come and go over one store. */
final class Engine {
    private final House house;
    private final World world;
    private int identities;
    private int runs;

    Engine(House house, World world) {
        this.house = house;
        this.world = world;
    }

    /** Runs once in a process of its own. Answers the report; none if the process died or its store failed. */
    Optional<Report> run(Order order, Weather weather) {
        Optional<Report> done = process("run", weather, run -> new Sync(workplace()).run(run, order, Watch.NOBODY));
        done.ifPresent(
                report -> world.tell(report.converged() ? "converged" : "did not converge " + report.troubles()));
        return done;
    }

    /** Replays failures in a process of its own: reads what is new, and sends what is owed by now. */
    Optional<Map<String, Replay.Result>> replay(List<Quarantined> failures, Weather weather) {
        Optional<Map<String, Replay.Result>> done = process("replay", weather, run -> {
            Replay replay = new Replay(workplace(), Watch.NOBODY);
            replay.read(run);
            return replay.send(failures);
        });
        done.ifPresent(results -> world.tell("replayed " + results));
        return done;
    }

    private <T> Optional<T> process(String what, Weather weather, Function<String, T> work) {
        world.begin(weather);
        String run = what + "-" + ++runs;
        world.tell(run + " begins");
        house.store().startRun(run);
        if (!world.guise().begins(world)) {
            return Optional.empty();
        }
        try {
            T done = work.apply(run);
            world.guise().ends(world);
            return Optional.of(done);
        } catch (Throwable broken) {
            return ended(broken);
        } finally {
            world.begin(Weather.fair());
        }
    }

    /** Plans only. */
    void rehearse() {
        world.begin(Weather.fair());
        Order order = new Order(
                java.util.Set.of(),
                java.util.Set.of(),
                Order.Reach.CHANGES,
                Order.Writes.STAGE_ONLY,
                Order.Deletes.GUARDED);
        world.tell("a rehearsal begins");
        try (StagingStore rehearsal = house.store().rehearsal()) {
            world.rehearse(() -> new Sync(workplace(rehearsal)).run("rehearsal", order, Watch.NOBODY));
        }
    }

    private <T> Optional<T> ended(Throwable broken) {
        if (world.calls().isDead()) {
            return Optional.empty();
        }
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Violation violation) {
                throw violation;
            }
            if (cause instanceof StoreUnavailable) {
                world.tell("the store fails");
                return Optional.empty();
            }
        }
        StackTraceElement[] where = broken.getStackTrace();
        Violation surprise = new Violation(Invariant.CRASH, broken + (where.length > 0 ? " at " + where[0] : ""));
        surprise.initCause(broken);
        throw surprise;
    }

    private Workplace workplace() {
        return workplace(world.guise().store(new FragileStore(house.store(), world), world));
    }

    private Workplace workplace(StagingStore store) {
        Configuration configuration =
                world.guise().configuration(world.landscape().configuration());
        Map<SystemId, ConnectedSystem> systems = new HashMap<>(world.systems());
        Map<RecordType, Desk> desks = new HashMap<>();
        configuration
                .records()
                .forEach((type, mapping) ->
                        desks.put(type, world.guise().desk(new Desk(mapping, configuration, this::identity))));
        return new Workplace(
                configuration, store, systems, desks, house.routesOn(store), world.clock(), world.clock()::advance);
    }

    private EntityId identity(Instant now) {
        return new EntityId("%08x-%04x-7000-8000-%012x".formatted(now.getEpochSecond(), ++identities, identities));
    }
}
