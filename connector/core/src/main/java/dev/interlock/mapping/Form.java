package dev.interlock.mapping;

import dev.interlock.record.FieldValue;

/** How one system spells the values of one column. Blanks never come here: they are {@link ColumnLens}'s. */
interface Form {

    /** Reads a text that is not blank. Never throws. */
    Reading read(String text);

    /**
     * Writes a value that is not empty.
     *
     * @param current what the column holds now; blank if that is nothing or not known
     */
    Spelling write(FieldValue value, String current);

    /** The value as {@link #read} would give it; the same value if it is in its canonical form already. */
    default FieldValue normal(FieldValue value) {
        return value;
    }

    /** What a form made of a value. */
    sealed interface Spelling {
        record As(String text) implements Spelling {}

        record Refused(String why) implements Spelling {}
    }

    /** A value of the wrong kind, which only a changed configuration can bring here. */
    static Spelling wrongKind(String wanted) {
        return new Spelling.Refused("the value is no " + wanted + "; the type of the field was changed");
    }

    static Reading said(FieldValue value) {
        return new Reading.Said(value);
    }

    /** The text in quotes, short enough for a message. */
    static String quote(String text) {
        return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
    }
}
