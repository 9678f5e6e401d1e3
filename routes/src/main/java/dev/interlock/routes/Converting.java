package dev.interlock.routes;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Decision;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** R10: records that became others, and others that a record became. Both sides of a conversion tell of it in the audit. */
final class Converting {

    private final Stage stage;
    private final Map<RecordKey, Set<EntityId>> predecessors = new HashMap<>();
    private final Map<EntityId, List<Decision>> told = new HashMap<>();

    Converting(Stage stage) {
        this.stage = stage;
    }

    Map<EntityId, List<Decision>> told() {
        return told;
    }

    /** Looks up which of these records, that no link knows yet, something became. */
    void lookFor(Collection<RecordKey> strangers) {
        predecessors.putAll(stage.predecessors(strangers));
    }

    /** A record was linked: if something became it, its entity remembers what. */
    void link(EntityId entity, RecordKey key) {
        predecessors
                .getOrDefault(key, Set.of())
                .forEach(before -> tell(entity, "R10 successor", key.system().name(), new FieldValue.Link(before)));
    }

    /** An entity heard that its record became others. */
    void hear(EntityId entity, Observation observation) {
        if (observation.fate() instanceof Fate.ConvertedInto converted) {
            String into = converted.successors().stream()
                    .map(key -> key.type() + " " + key.id())
                    .collect(Collectors.joining(", "));
            tell(entity, "R10 converted", observation.system().name(), FieldValue.text(into));
        }
    }

    private void tell(EntityId entity, String rule, String by, FieldValue what) {
        told.computeIfAbsent(entity, any -> new ArrayList<>())
                .add(new Decision(Conflict.WHOLE_RECORD, rule, by, Optional.empty(), Optional.of(what)));
    }
}
