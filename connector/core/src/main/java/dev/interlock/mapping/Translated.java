package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An observation in our terms.
 *
 * @param said the canonical values, of the fields that were mentioned and understood
 * @param unlinked per field the reference that is not linked to an entity yet
 * @param unreadable per field why it could not be understood
 */
public record Translated(
        Observation observation,
        Map<String, FieldValue> said,
        Map<String, Reference> unlinked,
        Map<String, String> unreadable) {

    public Translated {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
        unlinked = Map.copyOf(unlinked);
        unreadable = Map.copyOf(unreadable);
    }
}
