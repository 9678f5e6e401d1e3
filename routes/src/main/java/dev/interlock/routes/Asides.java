package dev.interlock.routes;

import dev.interlock.mapping.Translated;
import dev.interlock.match.Match;
import dev.interlock.record.EntityId;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Quarantined;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the rows for records that cannot go on without a person. */
final class Asides {

    private Asides() {}

    /** The trace keys of everything that can stop a record on its way in. */
    static List<String> traceKeys(RecordKey key) {
        return List.of("match " + key, "read " + key, "missing " + key);
    }

    /** R3, R4: a record that may be several entities, or one that is taken. */
    static Quarantined undecided(Translated record, Match match) {
        return switch (match) {
            case Match.Lookalikes several ->
                aside("match", "LOOKALIKES", several.why() + ": " + ids(several.entities()), record);
            case Match.Collision taken ->
                aside(
                        "match",
                        "COLLISION",
                        taken.why() + " as " + taken.entity() + ", which already has a record there",
                        record);
            case Match.Stranger stranger -> throw new IllegalArgumentException("a stranger goes on by itself");
            case Match.Counterpart counterpart -> throw new IllegalArgumentException("a counterpart goes on by itself");
        };
    }

    /** A record of which some fields cannot be understood; the others go on. */
    static Quarantined unreadable(Translated record) {
        String why = record.unreadable().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
        return aside("read", "UNREADABLE", why, record);
    }

    /** R7: a record that was not found where it should be. */
    static Quarantined missing(Translated record) {
        return aside(
                "missing",
                "NOT_FOUND",
                "it was not found any more; whether it was deleted or only hidden from us is not known",
                record);
    }

    private static String ids(List<EntityId> entities) {
        return entities.stream().map(EntityId::value).collect(Collectors.joining(", "));
    }

    private static Quarantined aside(String step, String code, String message, Translated record) {
        Observation observation = record.observation();
        return new Quarantined(
                step + " " + observation.key(),
                step,
                observation.system().name(),
                observation.type().name(),
                Optional.of(observation.key()),
                Optional.empty(),
                code,
                message,
                observation.fields().byName().toString(),
                "",
                1,
                observation.readAt());
    }
}
