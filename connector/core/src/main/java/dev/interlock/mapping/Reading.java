package dev.interlock.mapping;

import dev.interlock.record.FieldValue;

/** What a lens made of a system's columns. */
public sealed interface Reading {

    /** The field has this value there. */
    record Said(FieldValue value) implements Reading {}

    /** The columns were not mentioned: hidden, not readable, or left out. This is never a change. */
    record Unsaid() implements Reading {}

    /** The field points at a record that is not linked to an entity yet. */
    record Unlinked(Reference reference) implements Reading {}

    /** There is something, but it cannot be understood: an unmapped choice, a date that is none. */
    record Unreadable(String why) implements Reading {}
}
