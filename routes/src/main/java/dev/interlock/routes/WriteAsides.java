package dev.interlock.routes;

import dev.interlock.deliver.Failure;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Rendered;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.stage.Cause;
import dev.interlock.stage.Evidence;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Staged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the rows for writes of one record type that cannot be done without a person. */
final class WriteAsides {

    private final RecordMapping mapping;
    private final Instant now;

    WriteAsides(RecordMapping mapping, Instant now) {
        this.mapping = mapping;
        this.now = now;
    }

    static String traceKey(Write write) {
        return traceKey(write.entity(), write.system());
    }

    private static String traceKey(EntityId entity, SystemId system) {
        return "write " + entity + " " + system;
    }

    /** Rows about writes that nobody wants any more. */
    static List<String> withdrawn(Collection<Staged> staged) {
        List<String> keys = new ArrayList<>();
        for (Staged each : staged) {
            EntityId entity = each.plan().golden().id();
            each.plan().withdrawn().forEach(system -> keys.add(traceKey(entity, system)));
        }
        return keys;
    }

    /** Rows about writes to entities that turned out to be others: whatever is owed is owed to those. */
    static List<String> mergedAway(Collection<EntityId> gone, Collection<SystemId> systems) {
        return gone.stream()
                .flatMap(entity -> systems.stream().map(system -> traceKey(entity, system)))
                .toList();
    }

    /** The system cannot hold a value. */
    Quarantined unwritable(Intent intent, Rendered rendered) {
        String why = new TreeMap<>(rendered.unwritable())
                .entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("; "));
        Write write = intent.write();
        List<String> rules =
                mapping.rulesOf(write.system(), rendered.unwritable().keySet());
        return aside(write, cause(write, new Failure("UNWRITABLE", why, List.of(), ""), rules), RawFields.NONE, "");
    }

    /** The system refused. */
    Quarantined refused(Parcels.Packed packed, Failure failure) {
        Write write = packed.intent().write();
        List<String> rules = mapping.rules(write.system(), failure.columns());
        return aside(write, cause(write, failure, rules), packed.parcel().columns(), failure.response());
    }

    /** A record it refers to has no record there, and is not about to get one. */
    Quarantined orphan(Intent intent, Rendered rendered) {
        Write write = intent.write();
        Failure failure = new Failure(
                "PARENT_NOT_LINKED",
                "a record it refers to has no record there yet: " + new TreeMap<>(rendered.unlinked()),
                List.of(),
                "");
        List<String> rules = mapping.rulesOf(write.system(), rendered.unlinked().keySet());
        return aside(write, cause(write, failure, rules), RawFields.NONE, "");
    }

    /** Another entity has the same identifying key and a record there. */
    Quarantined sameKey(Intent intent, EntityId other) {
        Write write = intent.write();
        Failure failure =
                new Failure("SAME_KEY", "same key as " + other + ", which already has a record there", List.of(), "");
        return aside(write, cause(write, failure, List.of()), RawFields.NONE, "");
    }

    private static Cause cause(Write write, Failure failure, Collection<String> rules) {
        return new Cause(
                Cause.Step.WRITE,
                write.system(),
                write.type(),
                failure.code(),
                failure.message(),
                failure.columns(),
                String.join(", ", rules));
    }

    /** What a write is about, in our terms, as it stands in the evidence. */
    static String payload(Write write) {
        Map<String, String> fields = new TreeMap<>();
        write.fields().forEach((name, value) -> fields.put(name, FieldValueText.write(value)));
        return Json.of(fields).toString();
    }

    private Quarantined aside(Write write, Cause cause, RawFields sent, String response) {
        String request = sent.byName().isEmpty() ? "" : write.kind() + " " + Json.of(sent);
        Evidence evidence = new Evidence(payload(write), request, response);
        return Quarantined.now(traceKey(write), cause, evidence, now).of(write.entity());
    }
}
