package dev.interlock.mapping;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything an operator decided, checked.
 *
 * @param records by type, in the order of the files
 * @param fingerprint changes when a setting or a mapping changes, not with comments, blanks or secrets
 */
public record Configuration(Settings settings, Map<RecordType, RecordMapping> records, String fingerprint) {

    public Configuration {
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }

    /** The fields by which records of other types name records of this one, instead of by id. */
    public Set<String> namedBy(RecordType type) {
        Set<String> names = new TreeSet<>();
        for (RecordMapping mapping : records.values()) {
            for (Field field : mapping.fields().values()) {
                for (Binding binding : field.bindings().values()) {
                    if (binding.lens() instanceof ReferenceLens lens
                            && lens.to().equals(type)
                            && lens.by() instanceof ReferenceLens.By.Name name) {
                        names.add(name.field());
                    }
                }
            }
        }
        return names;
    }

    /** The record type that lives in an object of a system; empty if none does, or several share it. */
    public Optional<RecordType> typeIn(SystemId system, String object) {
        List<RecordType> types = records.values().stream()
                .filter(mapping -> mapping.place(system)
                        .filter(place -> place.object().equals(object))
                        .isPresent())
                .map(RecordMapping::type)
                .toList();
        return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
    }

    /** The record types, those that are pointed at before those that point; where they form a ring, as in the files. */
    public List<RecordType> inOrder() {
        Set<RecordType> ordered = new LinkedHashSet<>();
        Set<RecordType> open = new LinkedHashSet<>();
        records.keySet().forEach(type -> place(type, ordered, open));
        return new ArrayList<>(ordered);
    }

    private void place(RecordType type, Set<RecordType> ordered, Set<RecordType> open) {
        RecordMapping mapping = records.get(type);
        if (mapping == null || ordered.contains(type) || !open.add(type)) {
            return;
        }
        mapping.parents().forEach(parent -> place(parent, ordered, open));
        ordered.add(type);
    }
}
