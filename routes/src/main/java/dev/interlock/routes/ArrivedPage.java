package dev.interlock.routes;

import dev.interlock.record.Observation;
import dev.interlock.record.SystemId;
import java.util.List;

/**
 * Records as a system just told of them. They are of one type and one system.
 *
 * @param attention whether a record that says what is known already goes its way all the same
 */
public record ArrivedPage(
        Desk desk, SystemId system, List<Observation> observations, Tally tally, Attention attention) {

    /** Which records go their way. */
    public enum Attention {
        /** Those that say something new. */
        NEWS,
        /** All, because what they say may be understood differently now. */
        ALL
    }

    public ArrivedPage {
        observations = List.copyOf(observations);
    }
}
