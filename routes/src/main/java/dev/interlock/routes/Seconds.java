package dev.interlock.routes;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Golden;
import dev.interlock.plan.Shadow;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Second records of an entity in one system, as a person is told of them: one sentence each. */
final class Seconds {

    private Seconds() {}

    static String of(RecordKey second) {
        return in(second.system()) + second.id();
    }

    private static String in(SystemId system) {
        return system + " holds a second record of it: ";
    }

    static Set<String> told(Conflict open) {
        return open.kind() == Conflict.Kind.DUPLICATE
                ? new TreeSet<>(List.of(open.why().split("; ", -1)))
                : new TreeSet<>();
    }

    static Conflict conflict(Set<String> seconds) {
        return new Conflict(
                Conflict.WHOLE_RECORD,
                Conflict.Kind.DUPLICATE,
                Map.of(),
                Optional.empty(),
                String.join("; ", seconds),
                Instant.EPOCH);
    }

    /** The record that is there beside one that goes. */
    static Optional<RecordKey> beside(RecordKey gone, Set<String> seconds) {
        String begins = in(gone.system());
        return seconds.stream()
                .filter(told -> told.startsWith(begins))
                .map(told -> new RecordKey(gone.system(), gone.type(), told.substring(begins.length())))
                .findFirst();
    }

    /**
     * What a second record shared with its own entity, until that became one with another: the merge decided about it, so it
     * is no edit. Of a field of which nothing is agreed on the record may still tell.
     */
    static Map<String, FieldValue> agreed(Shadow second, Golden golden) {
        Map<String, FieldValue> agreed = new LinkedHashMap<>(second.base());
        agreed.entrySet()
                .removeIf(shared -> !shared.getValue().equals(second.observed().get(shared.getKey()))
                        || golden.field(shared.getKey()).isEmpty());
        return agreed;
    }
}
