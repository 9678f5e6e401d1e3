package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An observation in our terms.
 *
 * @param said the canonical values, of the fields that were mentioned and understood
 * @param waitsFor references that are not linked to an entity yet; their fields count as not mentioned
 * @param unreadable per field why it could not be understood; such a field counts as not mentioned
 */
public record Translated(
        Observation observation,
        Map<String, FieldValue> said,
        Set<Reference> waitsFor,
        Map<String, String> unreadable) {

    public Translated {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
        waitsFor = Set.copyOf(waitsFor);
        unreadable = Map.copyOf(unreadable);
    }
}
