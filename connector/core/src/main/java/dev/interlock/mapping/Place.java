package dev.interlock.mapping;

import dev.interlock.record.RawFields;
import dev.interlock.record.SystemId;
import java.util.Optional;

/**
 * Where a record type lives in one system.
 *
 * @param object the system's own name of the object: {@code Opportunity}, {@code deals}
 * @param keyColumn the unique column that holds our external key on records that we create; empty if there is none
 * @param create which entities get a record there
 * @param deletes what happens there when the record is gone elsewhere
 * @param constants columns that every record created there gets, such as a group or a record type
 */
public record Place(
        SystemId system,
        String object,
        Optional<String> keyColumn,
        Creation create,
        Deletes deletes,
        RawFields constants) {

    /** Which entities get a record in a system. */
    public record Creation(boolean wanted, Optional<Condition> when) {}

    /** What is done in a system when the record is gone in another. */
    public enum Deletes {
        /** A person is told; nothing is written. */
        FLAG,
        /** The record stays, and is no longer kept in step. */
        UNLINK,
        /** The record is deleted (archived, where the system archives), unless too many would be. */
        DELETE
    }
}
