package dev.interlock.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** The faults that wait for a call to hit, in the order they were set. */
final class Faults {

    private final Deque<Fault> waiting = new ArrayDeque<>();

    synchronized void add(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            waiting.addLast(fault);
        }
    }

    synchronized Optional<Fault> next(Call call) {
        for (Iterator<Fault> each = waiting.iterator(); each.hasNext(); ) {
            Fault fault = each.next();
            if (fault.concerns(call)) {
                each.remove();
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized int size() {
        return waiting.size();
    }
}
