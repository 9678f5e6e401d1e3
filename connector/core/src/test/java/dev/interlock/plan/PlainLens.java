package dev.interlock.plan;

import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.Lens;
import dev.interlock.mapping.Links;
import dev.interlock.mapping.Reading;
import dev.interlock.mapping.Writing;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RawFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One column read as it stands, blanks around it aside; choices are parted by semicolons. */
record PlainLens(String column, FieldKind kind) implements Lens {

    /** What a test means by a text: blank is empty, and the kind tells the rest. */
    static FieldValue value(FieldKind kind, String text) {
        if (text.isBlank()) {
            return FieldValue.EMPTY;
        }
        return switch (kind) {
            case MULTI ->
                new FieldValue.Many(Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .collect(Collectors.toCollection(TreeSet::new)));
            case REFERENCE -> new FieldValue.Link(new EntityId(text.strip()));
            default -> FieldValue.text(text);
        };
    }

    /** How a value is written in a column, and in tests. */
    static String text(FieldValue value) {
        return value instanceof FieldValue.Many many ? String.join(";", many.choices()) : FieldValueText.show(value);
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        return raw.mentions(column)
                ? new Reading.Said(value(kind, raw.text(column).orElse("")))
                : new Reading.Unsaid();
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        return new Writing.Put(
                new RawFields(Map.of(column, Optional.of(text(value)).filter(text -> !text.isBlank()))));
    }
}
