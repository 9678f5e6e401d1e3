package dev.interlock.routes;

import dev.interlock.mapping.Place;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Trouble;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Outbox.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The work of one run, type by type with parents first, and system by system. */
final class Round {

    private final Workplace place;
    private final Order order;
    private final Watch watch;
    private final Map<Target, Tally> tallies = new HashMap<>();
    private final Map<Target, Long> callsBefore = new HashMap<>();
    private final Map<Target, Duration> spent = new HashMap<>();
    private final Map<Target, Long> writtenUnread = new HashMap<>();
    private final Set<Target> notRead = new HashSet<>();
    private final Troubles troubles;

    Round(Workplace place, Order order, Watch watch) {
        this.place = place;
        this.order = order;
        this.watch = watch;
        this.troubles = new Troubles(place);
        everywhere((system, type) -> callsBefore.put(
                new Target(system.id(), type), system.line().calls().getOrDefault(type, 0L)));
    }

    boolean includes(RecordType type) {
        return order.includes(type);
    }

    Tally tally(SystemId system, RecordType type) {
        return tallies.computeIfAbsent(new Target(system, type), any -> new Tally());
    }

    long callsBefore(SystemId system, RecordType type) {
        return callsBefore.getOrDefault(new Target(system, type), 0L);
    }

    Duration spent(SystemId system, RecordType type) {
        return spent.getOrDefault(new Target(system, type), Duration.ZERO);
    }

    List<Report.Mishap> troubles() {
        return troubles.all();
    }

    void settleUnknowns() {
        everywhere(this::settleUnknowns);
    }

    private void settleUnknowns(ConnectedSystem system, RecordType type) {
        guard(system, type, () -> new LookingUp(place).settle(system, place.desk(type), tally(system.id(), type)));
    }

    /** Writes of this run whose answer never came are looked up within the run, once they had time to show. */
    void awaitUnknowns() {
        boolean[] some = {false};
        everywhere((system, type) -> some[0] |= place.store()
                        .inTransaction(stage -> stage.countOpen(system.id()))
                        .getOrDefault(Intent.Status.UNKNOWN, 0L)
                > 0);
        if (some[0]) {
            place.pause().accept(Settling.BEFORE_LOOKING.plusMillis(200));
            settleUnknowns();
        }
    }

    void readAll() {
        freeFirst((system, type) -> {
            if (order.includes(system.id())) {
                read(system, type);
            }
        });
    }

    private void read(ConnectedSystem system, RecordType type) {
        Reading reading = new Reading(place, watch);
        Target target = new Target(system.id(), type);
        notRead.add(target);
        guard(system, type, () -> {
            reading.read(system, place.desk(type), order.reach(), tally(system.id(), type));
            notRead.remove(target);
        });
    }

    long replanAll() {
        Replanning replanning = new Replanning(place.store(), place.clock());
        long planned = 0;
        for (RecordType type : place.configuration().inOrder()) {
            try (Shifts.Shift shift = place.shifts().begin(type)) {
                takeOver(type, shift);
                planned += replanning.all(place.desk(type));
            }
        }
        return planned;
    }

    /** Hands over what is due. A system that could not be read, or never was, gets nothing: what it holds is not known. */
    long handOverAll() {
        return handOver(Set.of());
    }

    /** @param only the entities whose writes go; empty for all */
    long handOver(Set<EntityId> only) {
        HandingOver handing = new HandingOver(place, order, watch, only);
        long[] done = {0};
        everywhere((system, type) -> {
            Target target = new Target(system.id(), type);
            if (!notRead.contains(target) && wasEverRead(target)) {
                guard(system, type, () -> {
                    long written = handing.all(system, place.desk(type), tally(system.id(), type));
                    writtenUnread.merge(target, written, Long::sum);
                    done[0] += written;
                });
            }
        });
        handing.notices().forEach(notice -> troubles.add(notice, Optional.empty()));
        return done[0];
    }

    /** Plans and sends what is owed to these entities, and what follows from it, until nothing more does. */
    void carryOut(Set<EntityId> only) {
        replanAll();
        boolean quiet = only.isEmpty();
        for (int i = 0; !quiet && i < place.configuration().settings().safety().replansPerRun(); i++) {
            long done = handOver(only);
            awaitUnknowns();
            quiet = replanAll() == 0 && done == 0;
        }
    }

    private boolean wasEverRead(Target target) {
        return place.store()
                .inTransaction(stage -> stage.watermark(target))
                .reach(Instant.EPOCH)
                .isPresent();
    }

    /**
     * Reads back what was written where it is more than one page: the next run would have to read it anyway, and so a value
     * that a system rewrote is found at once. Less than a page costs the next run nothing more.
     */
    boolean readBack() {
        boolean[] any = {false};
        everywhere((system, type) -> {
            Target target = new Target(system.id(), type);
            Duration settle = settle(system.id());
            boolean worth =
                    writtenUnread.getOrDefault(target, 0L) > system.arrivals().recordsPerPage(placeOf(system, type));
            if (worth && order.includes(system.id()) && settle.compareTo(Reading.LONGEST_WAIT) <= 0) {
                place.pause().accept(settle.plusSeconds(1));
                writtenUnread.remove(target);
                read(system, type);
                any[0] = true;
            }
        });
        return any[0];
    }

    private Place placeOf(ConnectedSystem system, RecordType type) {
        return place.mapping(type)
                .place(system.id())
                .orElseThrow(() -> new IllegalStateException(type + " has no place in " + system.id()));
    }

    private Duration settle(SystemId system) {
        return place.settings(system).settle();
    }

    private void everywhere(BiConsumer<ConnectedSystem, RecordType> work) {
        everywhere(types(), work);
    }

    private List<RecordType> types() {
        return place.configuration().inOrder().stream().filter(order::includes).toList();
    }

    private void everywhere(List<RecordType> types, BiConsumer<ConnectedSystem, RecordType> work) {
        for (RecordType type : types) {
            try (Shifts.Shift shift = place.shifts().begin(type)) {
                onShift(type, shift, work);
            }
        }
    }

    /** What nobody works on comes first, and what somebody does when he is done. */
    private void freeFirst(BiConsumer<ConnectedSystem, RecordType> work) {
        List<RecordType> left = new ArrayList<>();
        for (RecordType type : types()) {
            Optional<Shifts.Shift> free = place.shifts().beginIfFree(type);
            free.ifPresentOrElse(
                    shift -> {
                        try (shift) {
                            onShift(type, shift, work);
                        }
                    },
                    () -> left.add(type));
        }
        everywhere(left, work);
    }

    private void onShift(RecordType type, Shifts.Shift shift, BiConsumer<ConnectedSystem, RecordType> work) {
        takeOver(type, shift);
        for (SystemId system : place.mapping(type).systems()) {
            work.accept(place.system(system), type);
        }
    }

    /**
     * After a process that is gone: what it was sending may still arrive, and cannot be told from what never will before the
     * longest request is over.
     */
    private void takeOver(RecordType type, Shifts.Shift shift) {
        shift.lateAnswers().ifPresent(longest -> {
            List<SystemId> systems = List.copyOf(place.mapping(type).systems());
            Instant soon = place.clock().instant().plus(Settling.BEFORE_LOOKING);
            boolean some = place.store()
                    .inTransaction(stage -> systems.stream()
                            .anyMatch(system -> !stage.unsettled(new Target(system, type), soon, 1)
                                    .isEmpty()));
            if (some) {
                place.pause().accept(longest);
                systems.forEach(system -> settleUnknowns(place.system(system), type));
            }
        });
    }

    /** A system in trouble does not keep the others from going on. */
    void guard(ConnectedSystem system, RecordType type, Runnable work) {
        Instant started = place.clock().instant();
        if (troubles.isLeftAlone(system.id(), type)) {
            return;
        }
        try (Shifts.Shift shift = place.shifts().begin(type)) {
            takeOver(type, shift);
            work.run();
        } catch (Trouble trouble) {
            troubles.met(system.id(), type, trouble);
        } catch (org.apache.camel.CamelExecutionException failed) {
            if (failed.getCause() instanceof Trouble trouble) {
                troubles.met(system.id(), type, trouble);
            } else if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else {
                throw failed;
            }
        } finally {
            Duration took = Duration.between(started, place.clock().instant());
            spent.merge(new Target(system.id(), type), took, Duration::plus);
        }
    }
}
