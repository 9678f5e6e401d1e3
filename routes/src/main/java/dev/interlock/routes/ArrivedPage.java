package dev.interlock.routes;

import dev.interlock.record.Observation;
import dev.interlock.record.SystemId;
import java.util.List;

/** Records as a system just told of them. They are of one type and one system. */
public record ArrivedPage(Desk desk, SystemId system, List<Observation> observations, Tally tally) {

    public ArrivedPage {
        observations = List.copyOf(observations);
    }
}
