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
 * @param naming how it is to be written, where names have a standard
 */
public record Field(
        String name,
        FieldKind kind,
        Optional<RecordType> refersTo,
        FieldRule rule,
        Map<SystemId, Binding> bindings,
        Optional<Naming> naming) {

    public Field {
        bindings = Map.copyOf(bindings);
    }

    /** A field that is written as it was said. */
    public Field(
            String name,
            FieldKind kind,
            Optional<RecordType> refersTo,
            FieldRule rule,
            Map<SystemId, Binding> bindings) {
        this(name, kind, refersTo, rule, bindings, Optional.empty());
    }

    /** How it is put together out of other fields, if it is: then nobody's edit of it travels. */
    public Optional<Naming.Composed> composed() {
        return naming.filter(Naming.Composed.class::isInstance).map(Naming.Composed.class::cast);
    }

    public Optional<Binding> in(SystemId system) {
        return Optional.ofNullable(bindings.get(system));
    }
}
