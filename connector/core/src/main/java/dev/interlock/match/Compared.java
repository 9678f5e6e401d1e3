package dev.interlock.match;

import com.google.common.hash.Hashing;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.MatchForm;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of records of one type has a say in who they are. */
public final class Compared {

    private final RecordMapping mapping;
    private final Set<String> fields = new TreeSet<>();

    public Compared(RecordMapping mapping) {
        this.mapping = mapping;
        mapping.keys().forEach(fields::addAll);
        fields.addAll(mapping.weighing().names());
    }

    /** The fields, in order. */
    public Set<String> fields() {
        return Set.copyOf(fields);
    }

    /**
     * A fingerprint of what is compared: it stays the same while a system writes a value in another way, or one more system
     * repeats what others say.
     */
    public String fingerprint(Map<String, FieldValue> record, Collection<Map<String, FieldValue>> members) {
        String there = members.stream().map(this::forms).distinct().sorted().collect(Collectors.joining("\u001d"));
        return Hashing.sha256()
                .hashString(forms(record) + "\u001c" + there, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 24);
    }

    private String forms(Map<String, FieldValue> values) {
        return fields.stream()
                .map(name -> form(name, values.getOrDefault(name, FieldValue.EMPTY)))
                .collect(Collectors.joining("\u001e"));
    }

    /** A value as it is compared; the value itself where it cannot identify anybody. */
    public String form(String name, FieldValue value) {
        Optional<Field> field = Optional.ofNullable(mapping.fields().get(name));
        return field.flatMap(known -> MatchForm.of(known.kind(), value)).orElseGet(() -> FieldValueText.show(value));
    }
}
