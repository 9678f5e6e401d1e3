package dev.interlock.mapping;

import dev.interlock.normalise.PersonName;
import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RawFields;
import java.util.List;
import java.util.Locale;

/**
 * A first or last name of ours in a column that holds the full name. The other part of the column stays; so two of these
 * lenses on one column are put one after the other, the second over what the first gave.
 */
record SplitNameLens(String column, PersonName.Part part) implements Lens {

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        return raw.mentions(column) ? Form.said(read(raw.text(column).orElse(""))) : new Reading.Unsaid();
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        String before = current.text(column).orElse("");
        FieldValue wanted = value.isEmpty() ? value : FieldValue.text(Wording.squeeze(FieldValueText.show(value)));
        if (current.mentions(column) && read(before).equals(wanted)) {
            return ColumnLens.columnIs(column, before);
        }
        String words = wanted.isEmpty() ? "" : FieldValueText.show(wanted);
        String full = PersonName.split(before).with(part, words).full();
        return read(full).equals(wanted)
                ? ColumnLens.columnIs(column, full)
                : new Writing.Unwritable(
                        column + " cannot hold the " + part.name().toLowerCase(Locale.ROOT)
                                + " name: the full name would be taken apart in another place");
    }

    private FieldValue read(String full) {
        return FieldValue.text(PersonName.split(full).part(part));
    }
}
