package dev.interlock.mapping;

/** How a field is to be written, so that names look the same wherever they were typed. */
public sealed interface Naming {

    /** What the standard may write over. */
    Over over();

    /** A name of a company or person, in its proper spelling: {@code Müller & Söhne GmbH} for {@code MÜLLER & SÖHNE GMBH}. */
    record Proper(Over over) implements Naming {}

    /** A name that nobody types: it is put together out of other fields of the record. */
    record Composed(NameTemplate template, Over over) implements Naming {}

    /** What a standard may write over. */
    enum Over {
        /** A blank, and what was written by us: what a person chose in a system stays there. */
        OURS,
        /** Whatever is there. */
        ANYTHING
    }
}
