package dev.interlock.mapping;

import dev.interlock.record.SystemId;
import java.time.Duration;
import java.util.List;

/** Whose word counts when systems changed one field differently. */
public sealed interface Authority {

    /** The first of these that changed it; a system that is not listed comes last. */
    record Ranked(List<SystemId> order) implements Authority {
        public Ranked {
            order = List.copyOf(order);
        }
    }

    /** The latest, if it is later by more than the clocks may be apart; else a person. */
    record Newest(Duration skew) implements Authority {}

    /** Choices added anywhere are added, choices removed anywhere are removed. */
    record Merged() implements Authority {}

    /** Always a person. */
    record Ask() implements Authority {}
}
