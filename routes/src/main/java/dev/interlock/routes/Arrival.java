package dev.interlock.routes;

import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.ConnectedSystem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ProducerTemplate;

/**
 * Records of one type that arrive from one system go their way. When one turns out to be merged into another, the other now
 * stands for the entity, and what it says may have been passed over before: unless it comes by itself, it is asked for.
 */
final class Arrival {

    private final ProducerTemplate camel;
    private final ConnectedSystem system;
    private final Desk desk;
    private final Tally tally;
    private final Set<RecordKey> unheard = new HashSet<>();

    Arrival(ProducerTemplate camel, ConnectedSystem system, Desk desk, Tally tally) {
        this.camel = camel;
        this.system = system;
        this.desk = desk;
        this.tally = tally;
    }

    void of(List<Observation> page, ArrivedPage.Attention attention) {
        PlannedPage planned = camel.requestBody(
                Journey.ARRIVED, new ArrivedPage(desk, system.id(), page, tally, attention), PlannedPage.class);
        Set<RecordKey> heard = new HashSet<>();
        planned.heard().news().stream()
                .filter(Observation::isLive)
                .map(Observation::key)
                .forEach(heard::add);
        unheard.addAll(planned.heard().moved());
        unheard.removeAll(heard);
    }

    /** All that was read has arrived; what was merged into and did not come is asked for. */
    void complete() {
        while (!unheard.isEmpty()) {
            List<RecordKey> asked =
                    unheard.stream().sorted(Comparator.comparing(RecordKey::id)).toList();
            unheard.clear();
            List<Observation> found = lookUp(asked);
            if (!found.isEmpty()) {
                of(found, ArrivedPage.Attention.ALL);
            }
        }
    }

    /** The records with these ids, those that are not found left out. */
    List<Observation> lookUp(List<RecordKey> keys) {
        return new Inquiry(system, desk)
                .askById(keys.stream().map(RecordKey::id).toList()).stream()
                        .flatMap(Optional::stream)
                        .toList();
    }
}
