package dev.interlock.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a system said of a record, as text under the system's own field names. A name that is missing was not mentioned,
 * which is not the same as a name whose value is empty: that field was said to be blank (null or "").
 */
public record RawFields(Map<String, Optional<String>> byName) {

    /** Nothing was said. */
    public static final RawFields NONE = new RawFields(Map.of());

    public RawFields {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public boolean mentions(String name) {
        return byName.containsKey(name);
    }

    /** The text; empty if blank or not mentioned. */
    public Optional<String> text(String name) {
        return byName.getOrDefault(name, Optional.empty());
    }

    /** These fields with those of {@code newer} laid over them. */
    public RawFields with(RawFields newer) {
        if (newer.byName.isEmpty()) {
            return this;
        }
        Map<String, Optional<String>> both = new LinkedHashMap<>(byName);
        both.putAll(newer.byName);
        return new RawFields(both);
    }
}
