package dev.interlock.app.assess;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.MatchForm;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Reference;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What references can point at: everything that was read. What was not read is not held against anybody. */
final class Targets {

    private record Source(SystemId system, RecordType type) {}

    private final Set<Source> read = new HashSet<>();
    private final Set<RecordType> wholly = new HashSet<>();
    private final Set<RecordKey> records = new HashSet<>();
    private final Set<Reference> named = new HashSet<>();

    /** @param namedBy fields by which others name records of this type */
    void add(Census census, RecordMapping mapping, Set<String> namedBy) {
        read.add(new Source(census.system(), mapping.type()));
        records.addAll(census.records().keySet());
        for (String name : namedBy) {
            Field field = mapping.fields().get(name);
            if (field != null) {
                census.records().values().forEach(said -> add(said, field, mapping.type()));
            }
        }
    }

    private void add(Map<String, FieldValue> said, Field field, RecordType type) {
        MatchForm.of(field.kind(), said.getOrDefault(field.name(), FieldValue.EMPTY))
                .ifPresent(form -> named.add(new Reference.ByField(type, field.name(), form)));
    }

    /** Everything of that type was read, wherever it is. */
    void isWhole(RecordType type) {
        wholly.add(type);
    }

    /** Whether a reference points at what is not there. */
    boolean isNobody(Reference reference) {
        return switch (reference) {
            case Reference.ById byId ->
                read.contains(new Source(byId.key().system(), byId.key().type())) && !records.contains(byId.key());
            case Reference.ByField byField -> wholly.contains(byField.type()) && !named.contains(byField);
        };
    }
}
