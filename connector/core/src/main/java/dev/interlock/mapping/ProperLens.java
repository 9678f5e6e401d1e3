package dev.interlock.mapping;

import dev.interlock.mapping.Naming.Over;
import dev.interlock.normalise.WrittenName;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name that has one proper spelling. Whatever spelling a system holds is read as the proper one, so that a spelling is
 * never an edit, and ours coming back is none either. A system that says the name already keeps its own spelling, unless
 * {@code over} says otherwise.
 */
record ProperLens(Lens spelled, FieldKind kind, Over over) implements Lens {

    /** The lens that knows the columns. */
    static Lens within(Lens lens) {
        return lens instanceof ProperLens proper ? proper.spelled : lens;
    }

    /** The proper spelling of a name; any other value as it is. */
    static FieldValue proper(FieldKind kind, FieldValue value) {
        if (!(value instanceof FieldValue.Text text)) {
            return value;
        }
        return FieldValue.text(
                kind == FieldKind.PERSON ? WrittenName.person(text.text()) : WrittenName.company(text.text()));
    }

    @Override
    public List<String> columns() {
        return spelled.columns();
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        Reading reading = spelled.get(raw, links);
        return reading instanceof Reading.Said said ? new Reading.Said(proper(kind, said.value())) : reading;
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        FieldValue wanted = proper(kind, value);
        if (get(current, links).equals(new Reading.Said(wanted))) {
            return new Writing.Put(respelled(current).orElseGet(() -> asTheyAre(current)));
        }
        Writing writing = spelled.put(wanted, current, links);
        return !(writing instanceof Writing.Put put) || isReadBack(wanted, current.with(put.columns()), links)
                ? writing
                : new Writing.Unwritable(columns() + " cannot hold the name: it would be read back as another");
    }

    private boolean isReadBack(FieldValue wanted, RawFields after, Links links) {
        return switch (get(after, links)) {
            case Reading.Said said -> said.value().equals(wanted);
            case Reading.Unsaid unsaid -> true;
            case Reading.Unlinked unlinked -> false;
            case Reading.Unreadable unreadable -> false;
        };
    }

    @Override
    public List<Reference> references(RawFields raw) {
        return spelled.references(raw);
    }

    @Override
    public boolean isImproper(RawFields raw) {
        return respelled(raw).isPresent();
    }

    /** The columns with the same name in its proper spelling, where that is wanted, and they can hold it. */
    private Optional<RawFields> respelled(RawFields raw) {
        if (over == Over.OURS || !(spelled.get(raw, Links.NONE) instanceof Reading.Said said)) {
            return Optional.empty();
        }
        FieldValue wanted = proper(kind, said.value());
        return !said.value().equals(wanted)
                        && spelled.put(wanted, raw, Links.NONE) instanceof Writing.Put put
                        && spelled.get(raw.with(put.columns()), Links.NONE).equals(new Reading.Said(wanted))
                ? Optional.of(put.columns())
                : Optional.empty();
    }

    private RawFields asTheyAre(RawFields current) {
        Map<String, Optional<String>> columns = new LinkedHashMap<>();
        spelled.columns().stream()
                .filter(current::mentions)
                .forEach(column -> columns.put(column, current.text(column).filter(text -> !text.isBlank())));
        return new RawFields(columns);
    }
}
