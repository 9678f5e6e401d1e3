package dev.interlock.routes;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Translated;
import dev.interlock.match.Match;
import dev.interlock.record.EntityId;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.Json;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Cause.Step;
import dev.interlock.stage.Evidence;
import dev.interlock.stage.Quarantined;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the rows for records of one type that cannot go on without a person. */
final class Asides {

    private final RecordMapping mapping;

    Asides(RecordMapping mapping) {
        this.mapping = mapping;
    }

    /** The trace keys of everything that can stop a record on its way in. */
    static List<String> traceKeys(RecordKey key) {
        return List.of(traceKey(Step.MATCH, key), traceKey(Step.READ, key), traceKey(Step.MISSING, key));
    }

    /** What a person calls the question whose a record is by. */
    static String questionId(RecordKey key) {
        return Quarantined.idOf(traceKey(Step.MATCH, key));
    }

    private static String traceKey(Step step, RecordKey key) {
        return step.word() + " " + key;
    }

    /** R3, R4: a record that may be several entities, or one that is taken. */
    Quarantined undecided(Translated record, Match match) {
        return switch (match) {
            case Match.Lookalikes several ->
                aside(cause(Step.MATCH, "LOOKALIKES", several.why() + ": " + ids(several.entities()), record), record);
            case Match.Ended ended ->
                aside(
                        cause(
                                Step.MATCH,
                                "ENDED",
                                ended.why() + " as " + ended.entity()
                                        + ", which was deleted in one system and unlinked in another",
                                record),
                        record);
            case Match.Collision taken ->
                aside(
                        cause(
                                Step.MATCH,
                                "COLLISION",
                                taken.why() + " as " + taken.entity() + ", which already has a record there",
                                record),
                        record);
            case Match.Stranger stranger -> throw new IllegalArgumentException("a stranger goes on by itself");
            case Match.Counterpart counterpart -> throw new IllegalArgumentException("a counterpart goes on by itself");
        };
    }

    /** A record of which some fields cannot be understood; the others go on. */
    Quarantined unreadable(Translated record) {
        String why = record.unreadable().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
        return aside(cause(Step.READ, "UNREADABLE", why, record), record);
    }

    /** R7: a record that was not found where it should be. */
    Quarantined missing(Translated record) {
        String why = "it was not found any more; whether it was deleted or only hidden from us is not known";
        return aside(cause(Step.MISSING, "NOT_FOUND", why, record), record);
    }

    private static String ids(List<EntityId> entities) {
        return entities.stream().map(EntityId::value).collect(Collectors.joining(", "));
    }

    private Cause cause(Step step, String code, String message, Translated record) {
        Observation observation = record.observation();
        Collection<String> unreadable = step == Step.READ ? record.unreadable().keySet() : List.of();
        String rule = String.join(", ", mapping.rulesOf(observation.system(), unreadable));
        return new Cause(step, observation.system(), observation.type(), code, message, List.copyOf(unreadable), rule);
    }

    private static Quarantined aside(Cause cause, Translated record) {
        Observation observation = record.observation();
        String said = Json.of(observation.fields()).toString();
        return Quarantined.now(
                        traceKey(cause.step(), observation.key()),
                        cause,
                        new Evidence("", "", said),
                        observation.readAt())
                .of(observation.key());
    }
}
