package dev.interlock.simulation;

import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Trouble;
import dev.interlock.stage.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Every call between the engine and a system, and what the weather of the present run makes of it. */
final class Calls {
    private final World world;
    private final List<Runnable> late = new ArrayList<>();
    /** Records that were looked at for a write which is about to be made: nobody can change them unseen any more. */
    private final Set<SimRecord> checked = new HashSet<>();

    /** S23: until when each system that met its limit wants to be left alone. */
    private final Map<SystemId, Instant> limited = new HashMap<>();

    private boolean wroteSinceCheck;
    /** Fields that were changed by updates of this run which were answered. */
    private long answered;

    private Weather weather = Weather.fair();
    private boolean dead;
    private boolean storeFailed;

    Calls(World world) {
        this.world = world;
    }

    /** Another process begins, under another sky. */
    void begin(Weather next) {
        if (dead || storeFailed) {
            // What a process could not keep, the next one does not know.
            limited.clear();
        }
        weather = next;
        storeFailed = false;
        answered = 0;
        dead = false;
        checked.clear();
    }

    boolean isDead() {
        return dead;
    }

    long answered() {
        return answered;
    }

    boolean isAboutToBeWritten(SimRecord record) {
        return checked.contains(record);
    }

    boolean isPageDisturbed() {
        return weather.disturbsPage();
    }

    /** F27: the store cannot keep what it was given. */
    void mayStoreFail() {
        if (weather.storeFails()) {
            storeFailed = true;
            throw new StoreUnavailable("the disk is full", new java.io.IOException("no space left"));
        }
    }

    /** A place where the process can die; one that is dead does nothing any more. */
    void pass(String where) {
        if (dead) {
            throw new Death("dead already, at " + where);
        }
        try {
            weather.pass(where);
        } catch (Death death) {
            dead = true;
            world.tell("the process dies " + where);
            throw death;
        }
    }

    /** F3: what was still on its way when nobody waited for it any more. */
    void arriveLate() {
        List<Runnable> all = List.copyOf(late);
        late.clear();
        all.forEach(Runnable::run);
    }

    <T> T call(SimSystem system, String what, boolean writing, Supplier<T> work) {
        String where = system.id() + " " + what;
        pass("before " + where);
        arriveLate();
        world.clock().advance(Duration.ofMillis(40));
        mark(system, what, writing);
        if (!writing) {
            weather.edit().ifPresent(dice -> world.users().interfere(dice));
        }
        Instant until = limited.getOrDefault(system.id(), Instant.MIN);
        Oracle.require(
                !world.clock().instant().isBefore(until),
                Invariant.S23,
                where + ", which asked to be left alone until " + until);
        Weather.Fault fault = weather.fault(writing, what.startsWith("CREATE"));
        if (fault == Weather.Fault.LIMIT) {
            limited.put(system.id(), world.clock().instant().plus(Weather.LIMITED));
        }
        fail(fault, where, work);
        T result = work(fault, where, writing, work);
        world.clock().advance(Duration.ofMillis(40));
        pass("after " + where);
        if (fault == Weather.Fault.LOST_AFTER) {
            world.tell(where + " LOST_AFTER");
            throw Weather.trouble(fault);
        }
        return result;
    }

    private <T> void fail(Weather.Fault fault, String where, Supplier<T> work) {
        if (fault == Weather.Fault.LATE) {
            world.tell(where + " LATE");
            late.add(() -> {
                world.tell(where + " is carried out late");
                tryTo(work);
            });
            throw Weather.trouble(fault);
        }
        if (fault != Weather.Fault.NONE && fault != Weather.Fault.LOST_AFTER) {
            world.tell(where + " " + fault);
            throw Weather.trouble(fault);
        }
    }

    /** Nobody hears any more that it was refused. */
    private static void tryTo(Supplier<?> work) {
        try {
            work.get();
        } catch (Trouble refused) {
            return;
        }
    }

    private <T> T work(Weather.Fault fault, String where, boolean writing, Supplier<T> work) {
        world.tell(where);
        long changedBefore = world.oracle().changes();
        T result = work.get();
        if (writing && fault == Weather.Fault.NONE) {
            answered += world.oracle().changes() - changedBefore;
        }
        return result;
    }

    private void mark(SimSystem system, String what, boolean writing) {
        if (writing) {
            wroteSinceCheck = true;
        } else {
            if (wroteSinceCheck || what.startsWith("read")) {
                checked.clear();
                wroteSinceCheck = false;
            }
            if (what.startsWith("look up")) {
                checked.addAll(system.records.values());
            }
        }
    }
}
