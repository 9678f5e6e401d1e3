package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A field that a person must decide. The field is frozen on all systems until then; the rest of the record goes on.
 *
 * @param values what each system says
 * @param ancestor what all of them last agreed on
 * @param why in plain words
 */
public record Conflict(
        String field,
        Kind kind,
        Map<SystemId, FieldValue> values,
        Optional<FieldValue> ancestor,
        String why,
        Instant opened) {

    public Conflict {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** What kind of disagreement it is. */
    public enum Kind {
        /** Systems changed the field differently, and no rule decides. */
        CONTESTED,
        /** A system that has no say in it changed the field. */
        UNAUTHORISED,
        /** The field keeps changing to and fro: something in a system fights back. */
        LOOP,
        /** A system keeps rewriting what is written into the field, so it is not written there any more. */
        REWRITTEN,
        /** A system names a record that is not known, so the field is not written there. */
        DANGLING,
        /** The record was deleted in one system and edited in another; the field is {@code *}. */
        DELETED_AND_EDITED,
        /** The record was deleted in one system; the rules ask a person about the others; the field is {@code *}. */
        DELETED,
        /** One system holds two records of the entity; the field is {@code *}. */
        DUPLICATE
    }

    /** The name that stands for the whole record. */
    public static final String WHOLE_RECORD = "*";

    /**
     * Whether the field may not be written while this is open. An unauthorised edit under revert only informs; and of a field
     * that one system rewrites, or in which it names nobody we know, the others still hear.
     */
    public boolean freezes() {
        return kind != Kind.REWRITTEN && kind != Kind.DANGLING && (kind != Kind.UNAUTHORISED || why.startsWith("ask"));
    }

    boolean saysTheSameAs(Conflict other) {
        boolean sameRule = kind != Kind.UNAUTHORISED || why.equals(other.why);
        return field.equals(other.field) && kind == other.kind && sameRule && values.equals(other.values);
    }
}
