package dev.interlock.mapping;

import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field in one column. The lens laws hold by construction: a column that says the value already is left as it is, and
 * a spelling that would be read as anything else is never written.
 */
record ColumnLens(String column, Form form) implements Lens {

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        return raw.mentions(column) ? read(raw.text(column).orElse("")) : new Reading.Unsaid();
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        String before = current.text(column).orElse("");
        FieldValue wanted = value.isEmpty() ? value : form.normal(value);
        if (current.mentions(column) && read(before).equals(Form.said(wanted))) {
            return columnIs(column, before);
        }
        if (wanted.isEmpty()) {
            return columnIs(column, "");
        }
        return switch (form.write(wanted, before)) {
            case Form.Spelling.As as ->
                read(as.text()).equals(Form.said(wanted))
                        ? columnIs(column, as.text())
                        : new Writing.Unwritable(column + " cannot hold the value: it would be read back as another");
            case Form.Spelling.Refused refused -> new Writing.Unwritable(column + ": " + refused.why());
        };
    }

    private Reading read(String text) {
        return Wording.trim(text).isEmpty() ? Form.said(FieldValue.EMPTY) : form.read(text);
    }

    static Writing columnIs(String column, String text) {
        return new Writing.Put(
                new RawFields(Map.of(column, text.isBlank() ? Optional.<String>empty() : Optional.of(text))));
    }
}
