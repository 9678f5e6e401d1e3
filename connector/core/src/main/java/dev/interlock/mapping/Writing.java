package dev.interlock.mapping;

import dev.interlock.record.EntityId;
import dev.interlock.record.RawFields;

/** What a lens makes of a canonical value that shall be written. */
public sealed interface Writing {

    /** These columns get these texts; an empty text clears the column. */
    record Put(RawFields columns) implements Writing {}

    /** The value points at an entity that has no record in that system yet. */
    record Unlinked(EntityId parent) implements Writing {}

    /** The system cannot hold the value: no such choice, too long. */
    record Unwritable(String why) implements Writing {}
}
