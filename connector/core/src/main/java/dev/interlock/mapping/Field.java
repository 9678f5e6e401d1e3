package dev.interlock.mapping;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Map;
import java.util.Optional;

/**
 * One canonical field of a record type.
 *
 * @param refersTo the type it points at, for {@link FieldKind#REFERENCE}
 * @param bindings how it appears in each system that has it
 */
public record Field(
        String name, FieldKind kind, Optional<RecordType> refersTo, FieldRule rule, Map<SystemId, Binding> bindings) {

    public Field {
        bindings = Map.copyOf(bindings);
    }

    public Optional<Binding> in(SystemId system) {
        return Optional.ofNullable(bindings.get(system));
    }
}
