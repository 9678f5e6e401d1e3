package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.List;

/** Always writes the same text, and never reads. */
record ConstantLens(String column, String text) implements Lens {

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        return new Reading.Unsaid();
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        return ColumnLens.columnIs(column, text);
    }
}
