package dev.interlock.mapping;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries records of one type between a system's terms and ours, field by field through the lenses. */
public final class Translation {

    private final RecordMapping mapping;

    public Translation(RecordMapping mapping) {
        this.mapping = mapping;
    }

    /** The references an observation holds, so that those of a whole page are looked up at once. */
    public Set<Reference> references(SystemId system, RawFields raw) {
        Set<Reference> references = new LinkedHashSet<>();
        for (Field field : mapping.fields().values()) {
            field.in(system)
                    .filter(Binding::isRead)
                    .ifPresent(binding -> references.addAll(binding.lens().references(raw)));
        }
        return references;
    }

    /** What an observation says in our terms. Never throws: what cannot be understood is told per field. */
    public Translated translate(Observation observation, Links links) {
        Map<String, FieldValue> said = new LinkedHashMap<>();
        Map<String, Reference> unlinked = new LinkedHashMap<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        for (Field field : mapping.fields().values()) {
            Optional<Binding> binding = field.in(observation.system()).filter(Binding::isRead);
            if (binding.isPresent()) {
                switch (binding.get().lens().get(observation.fields(), links)) {
                    case Reading.Said read -> said.put(field.name(), read.value());
                    case Reading.Unsaid unsaid -> {}
                    case Reading.Unlinked waits -> unlinked.put(field.name(), waits.reference());
                    case Reading.Unreadable not -> unreadable.put(field.name(), not.why());
                }
            }
        }
        return new Translated(observation, said, unlinked, unreadable);
    }

    /**
     * Canonical values in a system's terms.
     *
     * @param current what the system's record holds now, as far as known: the complement of the lenses
     */
    public Rendered render(SystemId system, Map<String, FieldValue> values, RawFields current, Links links) {
        RawFields columns = RawFields.NONE;
        Map<String, EntityId> unlinked = new LinkedHashMap<>();
        Map<String, String> unwritable = new LinkedHashMap<>();
        for (Map.Entry<String, FieldValue> value : values.entrySet()) {
            Optional<Binding> binding = Optional.ofNullable(mapping.fields().get(value.getKey()))
                    .flatMap(field -> field.in(system))
                    .filter(Binding::isWritten);
            if (binding.isPresent()) {
                switch (binding.get().lens().put(value.getValue(), current.with(columns), links)) {
                    case Writing.Put put -> columns = columns.with(put.columns());
                    case Writing.Unlinked parent -> unlinked.put(value.getKey(), parent.parent());
                    case Writing.Unwritable not -> unwritable.put(value.getKey(), not.why());
                }
            }
        }
        return new Rendered(columns, unlinked, unwritable);
    }
}
