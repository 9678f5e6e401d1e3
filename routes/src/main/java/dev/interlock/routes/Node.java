package dev.interlock.routes;

import dev.interlock.record.RecordType;
import dev.interlock.stage.Lease;
import dev.interlock.stage.Leases;
import dev.interlock.stage.StoreUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among those that share a store. What it works on it holds a lease of, which it renews as long as it lives; it
 * calls no system once a lease may have run out, whatever kept it from renewing.
 */
public final class Node implements Shifts {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /** A shift within another. */
    static final Shift WITHIN = new Shift() {
        @Override
        public Optional<Duration> lateAnswers() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    private final Leases leases;
    private final String name;
    private final Terms terms;
    private final Consumer<Duration> pause;
    private final LongSupplier nanos;
    private final Map<String, Hold> holds = new ConcurrentHashMap<>();

    /**
     * @param name of this process; no other has it
     * @param pause waits for as long as it is told
     * @param nanos a clock that never goes back, such as {@link System#nanoTime}
     */
    public Node(Leases leases, String name, Terms terms, Consumer<Duration> pause, LongSupplier nanos) {
        this.leases = leases;
        this.name = name;
        this.terms = terms;
        this.pause = pause;
        this.nanos = nanos;
    }

    /**
     * How long things last.
     *
     * @param lease after which one that is not renewed runs out
     * @param lateAnswer how long a request may be on its way at most
     */
    public record Terms(Duration lease, Duration lateAnswer) {}

    /** A lease, and until when it lasts by our own clock: it was counted from before it was asked for. */
    private record Hold(Lease lease, long until) {}

    @Override
    public Shift begin(RecordType type) {
        Optional<Shift> shift = beginIfFree(type);
        while (shift.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new StoreUnavailable(
                        "Stopped while another process works on " + type + ".", new IllegalStateException("stopped"));
            }
            pause.accept(POLL);
            shift = asked(type);
        }
        return shift.get();
    }

    @Override
    public Optional<Shift> beginIfFree(RecordType type) {
        if (holds.containsKey(type.name())) {
            return Optional.of(WITHIN);
        }
        Optional<Shift> shift = asked(type);
        if (shift.isEmpty()) {
            leases.held().stream()
                    .map(Leases.Held::lease)
                    .filter(lease -> lease.name().equals(type.name()))
                    .forEach(lease -> LOG.info("{} is being worked on by {}", type, lease.holder()));
        }
        return shift;
    }

    private Optional<Shift> asked(RecordType type) {
        long asked = nanos.getAsLong();
        return switch (leases.take(type.name(), name, terms.lease())) {
            case Leases.Answer.Busy busy -> Optional.empty();
            case Leases.Answer.Taken taken -> {
                holds.put(
                        type.name(),
                        new Hold(taken.lease(), asked + terms.lease().toNanos()));
                taken.abandoned()
                        .ifPresent(ago -> LOG.warn(
                                "{} took over {}: whoever worked on it before was not heard of for {} s",
                                name,
                                type,
                                terms.lease().plus(ago).toSeconds()));
                yield Optional.of(shift(taken));
            }
        };
    }

    private Shift shift(Leases.Answer.Taken taken) {
        return new Shift() {
            @Override
            public Optional<Duration> lateAnswers() {
                return taken.abandoned()
                        .map(ago -> terms.lateAnswer().minus(ago))
                        .filter(Duration::isPositive);
            }

            @Override
            public void close() {
                holds.remove(taken.lease().name());
                leases.release(taken.lease());
            }
        };
    }

    /** The leases that this process believes to hold. */
    public Set<Lease> held() {
        return holds.values().stream().map(Hold::lease).collect(Collectors.toSet());
    }

    /** Renews what is held. To be done three times within a term, whatever else goes on. */
    public void renew() {
        new LinkedHashMap<>(holds).forEach(this::renew);
    }

    private boolean renew(String what, Hold hold) {
        long asked = nanos.getAsLong();
        boolean ours = leases.renew(hold.lease(), terms.lease());
        if (ours) {
            holds.replace(
                    what, hold, new Hold(hold.lease(), asked + terms.lease().toNanos()));
        }
        return ours;
    }

    /**
     * To be done right before each call to a system.
     *
     * @throws StoreUnavailable if a lease was lost: then nothing may be called any more
     */
    public void confirm() {
        holds.forEach((what, hold) -> {
            if (nanos.getAsLong() - hold.until() >= 0 && !renew(what, hold)) {
                throw new StoreUnavailable(
                        "This process (" + name + ") was out of touch for longer than "
                                + terms.lease().toSeconds()
                                + " s and lost its lease on " + what
                                + ": another works on it now. Nothing was sent since,"
                                + " and nothing needs to be done.",
                        new IllegalStateException("the lease ran out"));
            }
        });
    }
}
