package dev.interlock.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Many schedules, one seed after the other, on two threads with a house each. */
final class Campaign {
    private static final int THREADS = 2;
    private final LongFunction<Schedule> schedules;
    private final Map<Long, Violation> failed = new TreeMap<>();
    private final AtomicLong played = new AtomicLong();

    Campaign(LongFunction<Schedule> schedules) {
        this.schedules = schedules;
    }

    /** Plays until so many seeds were played, or the time is over. */
    Campaign play(long seeds, Duration most) throws Exception {
        Instant end = Instant.now().plus(most);
        AtomicLong next = new AtomicLong();
        Callable<Integer> work = () -> {
            try (House house = new House()) {
                for (long seed = next.incrementAndGet();
                        seed <= seeds && Instant.now().isBefore(end);
                        seed = next.incrementAndGet()) {
                    play(house, seed);
                }
            }
            return 0;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Integer> each : threads.invokeAll(java.util.Collections.nCopies(THREADS, work))) {
                each.get();
            }
        }
        return this;
    }

    private void play(House house, long seed) {
        Simulation.Outcome outcome = Simulation.play(house, schedules.apply(seed), Guise.NONE);
        played.incrementAndGet();
        outcome.violation().ifPresent(violation -> {
            synchronized (failed) {
                failed.put(seed, violation);
            }
        });
    }

    long played() {
        return played.get();
    }

    Map<Long, Violation> failed() {
        return failed;
    }

    /** The seed, the shrunk schedule, and what happens in it: enough to see the failure again. */
    static String trace(Schedule failing, Violation violation) throws Exception {
        try (House house = new House()) {
            Schedule shrunk = Shrinking.shrink(house, failing, Guise.NONE, violation.invariant());
            List<String> log = Simulation.play(house, shrunk, Guise.NONE).log();
            return violation.getMessage() + "\n" + shrunk + "\n" + String.join("\n", log);
        }
    }
}
