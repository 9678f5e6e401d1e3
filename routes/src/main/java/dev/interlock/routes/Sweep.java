package dev.interlock.routes;

import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.ConnectedSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * After everything was read: records that the store knows and the reading did not show. Each is asked for once more; one that
 * is still not there becomes suspect, never a deletion, because a lost permission looks the same (R7).
 */
final class Sweep {

    private static final int PAGE = 1000;

    private final Workplace place;
    private final Set<String> seen = new HashSet<>();

    Sweep(Workplace place) {
        this.place = place;
    }

    void saw(List<Observation> page) {
        page.forEach(observation -> seen.add(observation.key().id()));
    }

    /** Asks for what was not seen. */
    void missing(ConnectedSystem system, Desk desk, Arrival arrival) {
        RecordType type = desk.mapping().type();
        String after = "";
        List<String> ids;
        do {
            String from = after;
            ids = place.store().inTransaction(stage -> stage.liveIds(system.id(), type, from, PAGE));
            List<String> unseen = ids.stream().filter(id -> !seen.contains(id)).toList();
            if (!unseen.isEmpty()) {
                arrival.of(observations(system, desk, unseen), ArrivedPage.Attention.NEWS);
            }
            after = ids.isEmpty() ? after : ids.getLast();
        } while (!ids.isEmpty());
    }

    private List<Observation> observations(ConnectedSystem system, Desk desk, List<String> unseen) {
        Instant askedAt = place.clock().instant();
        List<Optional<Observation>> found = new Inquiry(system, desk).askById(unseen);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < unseen.size(); i++) {
            RecordKey key = new RecordKey(system.id(), desk.mapping().type(), unseen.get(i));
            observations.add(found.get(i).orElseGet(() -> gone(key, askedAt)));
        }
        return observations;
    }

    private static Observation gone(RecordKey key, Instant askedAt) {
        return new Observation(key, new Fate.Gone(Fate.Evidence.MISSING), RawFields.NONE, Instant.EPOCH, askedAt);
    }
}
