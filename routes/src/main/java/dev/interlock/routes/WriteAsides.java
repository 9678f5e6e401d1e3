package dev.interlock.routes;

import dev.interlock.deliver.Failure;
import dev.interlock.mapping.Rendered;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Quarantined;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the rows for writes that cannot be done without a person. */
final class WriteAsides {

    private WriteAsides() {}

    static String traceKey(Write write) {
        return traceKey(write.entity(), write.system());
    }

    /** There is never more than one write of an entity to a system that waits for a person. */
    static String traceKey(EntityId entity, SystemId system) {
        return "write " + entity + " " + system;
    }

    /** The system cannot hold a value. */
    static Quarantined unwritable(Intent intent, Rendered rendered, Instant now) {
        String why = new TreeMap<>(rendered.unwritable())
                .entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("; "));
        return aside(intent, "UNWRITABLE", why, "", now);
    }

    /** The system refused. */
    static Quarantined refused(Intent intent, Failure failure, Instant now) {
        String fields = failure.columns().isEmpty() ? "" : " (" + String.join(", ", failure.columns()) + ")";
        return aside(intent, failure.code(), failure.message() + fields, failure.response(), now);
    }

    /** A record it refers to has no record there, and is not about to get one. */
    static Quarantined orphan(Intent intent, Instant now) {
        return aside(intent, "PARENT_NOT_LINKED", "a record it refers to has no record there yet", "", now);
    }

    private static Quarantined aside(Intent intent, String code, String message, String response, Instant now) {
        Write write = intent.write();
        Map<String, String> fields = new TreeMap<>();
        write.fields().forEach((name, value) -> fields.put(name, FieldValueText.write(value)));
        return new Quarantined(
                traceKey(write),
                "write",
                write.system().name(),
                write.type().name(),
                Optional.empty(),
                Optional.of(write.entity().value()),
                code,
                message,
                write.kind() + " " + fields,
                response,
                1,
                now);
    }
}
