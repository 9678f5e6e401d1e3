package dev.interlock.plan;

import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that must be written in one system: changed fields only.
 *
 * @param fields what the fields shall be afterwards: the predicted post-image
 * @param before what they are believed to be now: the pre-image; fields not known are left out
 */
public record Write(
        EntityId entity,
        RecordType type,
        SystemId system,
        Kind kind,
        Map<String, FieldValue> fields,
        Map<String, FieldValue> before) {

    public Write {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        before = Collections.unmodifiableMap(new TreeMap<>(before));
    }

    /** What is done to the record. */
    public enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    /** Whether carrying out the other would have the same effect. */
    public boolean isSameAs(Write other) {
        return kind == other.kind && system.equals(other.system) && fields.equals(other.fields);
    }
}
