package dev.interlock.mapping;

import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;

/** How a record points at another: by the other's id in the same system, or by a value that identifies it. */
public sealed interface Reference {

    /** By id in the system that says it. */
    record ById(RecordKey key) implements Reference {}

    /**
     * By the normalised value of a field that names the other record.
     *
     * @param field the canonical field of the target type, such as {@code name}
     * @param value its match form, as {@link MatchForm} gives it
     */
    record ByField(RecordType type, String field, String value) implements Reference {}
}
