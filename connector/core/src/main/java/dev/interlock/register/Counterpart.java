package dev.interlock.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a registration meets.
 *
 * @param evidence why the two are about one customer; the subject is on the left
 * @param protectedUntil until when it shuts others out, if it does
 * @param mark changes when a record or the evidence does: two that were kept apart stay so as long as it does not
 */
public record Counterpart(Claim claim, List<Evidence> evidence, Optional<Instant> protectedUntil, String mark) {

    public Counterpart {
        evidence = List.copyOf(evidence);
    }
}
