package dev.interlock.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that the files declare, gathered before any file is understood, because files speak of each other.
 *
 * @param systems the kind of each by its name; empty if the settings themselves cannot be read, and then no name of a system is wrong
 * @param types the fields of each record type with their kinds, as far as these are known
 */
record Vocabulary(Optional<Map<String, String>> systems, Map<String, Map<String, FieldKind>> types) {

    /** The names in one record file. */
    static Map<String, FieldKind> fields(Yaml.Mapping file) {
        Map<String, FieldKind> fields = new LinkedHashMap<>();
        for (Yaml.Entry field : file.mapping("fields").entries()) {
            Optional<String> type = field.value() instanceof Yaml.Mapping known ? known.text("type") : Optional.empty();
            fields.put(field.name(), type.flatMap(Vocabulary::kind).orElse(FieldKind.TEXT));
        }
        return Collections.unmodifiableMap(fields);
    }

    /** The kinds of the systems that one file declares. */
    static Map<String, String> systems(Yaml.Mapping file) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Yaml.Entry system : file.mapping("systems").entries()) {
            Optional<String> kind =
                    system.value() instanceof Yaml.Mapping known ? known.text("kind") : Optional.empty();
            kinds.put(system.name(), kind.orElse(""));
        }
        return Collections.unmodifiableMap(kinds);
    }

    /** Whether systems of that kind keep references as associations; what is not known is not held against anybody. */
    boolean knowsAssociations(String system) {
        Optional<String> kind = systems.map(kinds -> kinds.getOrDefault(system, ""));
        return kind.filter(word -> !word.isEmpty())
                .map(Association.KINDS::contains)
                .orElse(true);
    }

    static Optional<FieldKind> kind(String word) {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
