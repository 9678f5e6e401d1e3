package dev.interlock.mapping;

import dev.interlock.record.EntityId;
import dev.interlock.record.RawFields;
import java.util.Map;

/**
 * Canonical values in a system's own terms.
 *
 * @param columns what is to be written; an empty text clears
 * @param unlinked per field the entity that has no record in that system yet; the field is not among the columns
 * @param unwritable per field why the system cannot hold the value; the field is not among the columns
 */
public record Rendered(RawFields columns, Map<String, EntityId> unlinked, Map<String, String> unwritable) {

    public Rendered {
        unlinked = Map.copyOf(unlinked);
        unwritable = Map.copyOf(unwritable);
    }
}
