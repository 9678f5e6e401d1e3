package dev.interlock.routes;

import dev.interlock.mapping.Settings;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Trouble;
import dev.interlock.stage.Outbox.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Hands over all due writes of one type to one system, page by page. */
final class HandingOver {

    private final Workplace place;
    private final Order order;
    private final Watch watch;
    private final Set<EntityId> only;
    private final List<String> notices = new ArrayList<>();

    /** @param only the entities whose writes go; empty for all */
    HandingOver(Workplace place, Order order, Watch watch, Set<EntityId> only) {
        this.place = place;
        this.order = order;
        this.watch = watch;
        this.only = only;
    }

    /** What was held back, in plain words. */
    List<String> notices() {
        return notices;
    }

    /** Answers how many writes were settled. */
    long all(ConnectedSystem system, Desk desk, Tally tally) {
        Set<Write.Kind> held = held(system.id(), desk.mapping().type());
        if (!held.contains(Write.Kind.DELETE) && !areStillDue(system, desk, tally)) {
            held.add(Write.Kind.DELETE);
        }
        long waitedBefore = tally.of(Tally.Of.WAITING);
        long done = pages(new Errands(desk, system, 0, held, Errands.Orphans.WAIT, only, tally));
        boolean someWait = tally.of(Tally.Of.WAITING) > waitedBefore;
        if (someWait && done == 0) {
            // Everything that is left waits for something that waits: in a ring, one goes without its reference.
            Errands.Orphans rest = isRing(desk) ? Errands.Orphans.GO : Errands.Orphans.PART;
            done = pages(new Errands(desk, system, 0, held, rest, only, tally));
        }
        if (someWait && done == 0) {
            pages(new Errands(desk, system, 0, held, Errands.Orphans.TELL, only, tally));
        }
        return done;
    }

    /** Whether it is certain by now which deletes are still wanted. */
    private boolean areStillDue(ConnectedSystem system, Desk desk, Tally tally) {
        Target target = new Target(system.id(), desk.mapping().type());
        if (place.store().inTransaction(stage -> stage.countDue(target, Write.Kind.DELETE)) == 0) {
            return true;
        }
        try {
            new StillGone(place).ask(system, desk, tally, entity -> only.isEmpty() || only.contains(entity));
            return true;
        } catch (Trouble trouble) {
            notices.add(system.id() + " " + desk.mapping().type() + ": nothing is deleted, because it cannot be asked "
                    + "whether what was deleted elsewhere is still gone: " + trouble.told());
            return false;
        }
    }

    /** Only types that point at themselves, directly or around, can wait in a ring. */
    private boolean isRing(Desk desk) {
        RecordType type = desk.mapping().type();
        return reaches(type, type, new ArrayList<>());
    }

    private boolean reaches(RecordType from, RecordType to, List<RecordType> seen) {
        for (RecordType parent : place.mapping(from).parents()) {
            if (parent.equals(to)) {
                return true;
            }
            if (!seen.contains(parent)) {
                seen.add(parent);
                if (reaches(parent, to, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private long pages(Errands first) {
        Instant now = place.clock().instant();
        SystemId system = first.system().id();
        if (place.store()
                .inTransaction(stage -> Pauses.notBefore(system, now, stage))
                .isPresent()) {
            return 0;
        }
        LongConsumer progress =
                watch.begin("writing", system, first.desk().mapping().type());
        long done = 0;
        Errands next = first;
        while (true) {
            Progress page = place.camel().requestBody(Handover.DUE, next, Progress.class);
            done += page.done();
            progress.accept(page.done());
            if (page.looked() == 0 || page.pause().isPresent()) {
                page.pause().ifPresent(length -> pause(first, length));
                return done;
            }
            next = first.after(page.last());
        }
    }

    private void pause(Errands errands, Duration length) {
        Instant now = place.clock().instant();
        SystemId system = errands.system().id();
        Pauses.Pause pause = new Pauses.Pause(system, "wants to be left alone", now.plus(length));
        place.store().inTransaction(stage -> {
            Pauses.keep(pause, now, stage);
            return pause;
        });
        notices.add(system + " " + errands.desk().mapping().type() + ": " + pause + ", or with the next run");
    }

    /** What is held back until somebody allows it: creates after a lost store, deletes beyond the safety net. */
    private Set<Write.Kind> held(SystemId system, RecordType type) {
        Set<Write.Kind> held = EnumSet.noneOf(Write.Kind.class);
        if (creates(system, type)) {
            held.add(Write.Kind.CREATE);
        }
        if (deletes(system, type)) {
            held.add(Write.Kind.DELETE);
        }
        return held;
    }

    private boolean creates(SystemId system, RecordType type) {
        Target target = new Target(system, type);
        boolean held = place.store()
                .inTransaction(
                        stage -> LostStore.isSuspected(stage, type) && stage.countDue(target, Write.Kind.CREATE) > 0);
        if (held) {
            notices.add(
                    system + " " + type + ": records carry keys that this store did not give, so it may not be the "
                            + "store they were created from; nothing is created. Restore that store, or allow it with --new-store");
        }
        return held;
    }

    /** R8: more deletes than the safety net lets through are held back until somebody allows them. */
    private boolean deletes(SystemId system, RecordType type) {
        Settings.MassDelete net = place.configuration().settings().safety().massDelete();
        Target target = new Target(system, type);
        long deletes = place.store().inTransaction(stage -> stage.countDue(target, Write.Kind.DELETE));
        long live = place.store().inTransaction(stage -> stage.countLive(system, type));
        boolean tooMany = deletes > net.count() || deletes * 100 > live * net.percent();
        if (deletes < 2 || !tooMany || order.deletes() == Order.Deletes.ALLOWED) {
            return false;
        }
        notices.add(system + " " + type + ": " + deletes + " deletes of " + live
                + " records are held back; allow them with --allow-deletes");
        return true;
    }
}
