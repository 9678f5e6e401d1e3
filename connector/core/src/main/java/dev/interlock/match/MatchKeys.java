package dev.interlock.match;

import dev.interlock.mapping.MatchForm;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the keys by which records of one type are recognised. */
public final class MatchKeys {

    private static final String SEPARATOR = "\u001f";

    private final RecordMapping mapping;

    public MatchKeys(RecordMapping mapping) {
        this.mapping = mapping;
    }

    /** The keys that these canonical values have; a key of which any part is blank is no key. */
    public Set<MatchKey> of(Map<String, FieldValue> values) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        for (List<String> fields : mapping.keys()) {
            key(fields, values).ifPresent(keys::add);
        }
        return keys;
    }

    /**
     * The keys by which other records refer to one of this type by a field, beside those that identify it. The kind of such
     * a key is the field's name.
     */
    public Set<MatchKey> names(Map<String, FieldValue> values, Set<String> fields) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        fields.forEach(field -> key(List.of(field), values).ifPresent(keys::add));
        return keys;
    }

    private Optional<MatchKey> key(List<String> fields, Map<String, FieldValue> values) {
        List<String> forms = new ArrayList<>();
        for (String name : fields) {
            Optional<String> form = Optional.ofNullable(mapping.fields().get(name))
                    .flatMap(field -> MatchForm.of(field.kind(), values.getOrDefault(name, FieldValue.EMPTY)));
            if (form.isEmpty()) {
                return Optional.empty();
            }
            forms.add(form.get());
        }
        return Optional.of(new MatchKey(mapping.type(), String.join("+", fields), String.join(SEPARATOR, forms)));
    }
}
