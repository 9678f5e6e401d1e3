package dev.interlock.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of the simulated world. It goes on only when somebody lets it. */
final class VirtualClock implements InstantSource {
    private Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration length) {
        now = now.plus(length);
    }
}
