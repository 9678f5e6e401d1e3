package dev.interlock.plan;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What everybody agreed on about one entity: the golden record.
 *
 * @param version grows by one with every change that is stored; 0 for one that is not stored yet
 * @param fields by field name
 */
public record Golden(EntityId id, RecordType type, long version, Standing standing, Map<String, GoldenField> fields) {

    public Golden {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether the entity is still kept in step. */
    public enum Standing {
        /** It is. */
        ACTIVE,
        /** It was deleted where it counts; it is never created again by synchronisation. */
        TOMBSTONE,
        /** It turned out to be the same as another entity, which carries on. */
        REDIRECTED
    }

    /** An entity that nothing is known of yet. */
    public static Golden unheardOf(EntityId id, RecordType type) {
        return new Golden(id, type, 0, Standing.ACTIVE, Map.of());
    }

    public Optional<GoldenField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The agreed values, without their origins. */
    public Map<String, FieldValue> values() {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.value()));
        return values;
    }

    Golden with(Map<String, GoldenField> newFields) {
        return new Golden(id, type, version, standing, newFields);
    }

    Golden standing(Standing newStanding) {
        return new Golden(id, type, version, newStanding, fields);
    }
}
