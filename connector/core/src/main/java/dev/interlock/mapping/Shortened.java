package dev.interlock.mapping;

import dev.interlock.record.FieldValue;

/**
 * A column that holds only so many characters. Longer values are refused, not cut: a cut value would come back as an edit.
 *
 * @param max in UTF-16 units, the strictest of the counts that systems use
 */
record Shortened(Form form, int max) implements Form {

    @Override
    public Reading read(String text) {
        return form.read(text);
    }

    @Override
    public Spelling write(FieldValue value, String current) {
        Spelling spelling = form.write(value, current);
        return spelling instanceof Spelling.As as && as.text().length() > max
                ? new Spelling.Refused(
                        "the value has " + as.text().length() + " characters, and the column holds " + max)
                : spelling;
    }

    @Override
    public FieldValue normal(FieldValue value) {
        return form.normal(value);
    }
}
