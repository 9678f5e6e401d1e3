package dev.interlock.mapping;

import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Link;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.List;
import java.util.Optional;

/** A column that points at another record. */
record ReferenceLens(String column, RecordType to, By by) implements Lens {

    /** By what the column names the other record. */
    sealed interface By {
        /** By its id in the same system. */
        record Id(SystemId system) implements By {}

        /** By one of its fields. */
        record Name(String field, FieldKind kind) implements By {}
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        if (!raw.mentions(column)) {
            return new Reading.Unsaid();
        }
        String text = Wording.squeeze(raw.text(column).orElse(""));
        if (text.isEmpty()) {
            return Form.said(FieldValue.EMPTY);
        }
        Optional<Reference> reference = reference(text);
        if (reference.isEmpty()) {
            return new Reading.Unreadable("the text in " + column + " cannot name a " + to);
        }
        return links.entity(reference.get())
                .map(entity -> Form.said(new Link(entity)))
                .orElseGet(() -> new Reading.Unlinked(reference.get()));
    }

    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        if (value.isEmpty()) {
            return ColumnLens.columnIs(column, "");
        }
        if (!(value instanceof Link link)) {
            return new Writing.Unwritable(column + ": the value is no reference; the type of the field was changed");
        }
        if (get(current, links).equals(Form.said(link))) {
            return ColumnLens.columnIs(column, current.text(column).orElse(""));
        }
        Optional<String> text = switch (by) {
            case By.Id id -> links.idIn(id.system(), link.entity());
            case By.Name name -> links.text(to, link.entity(), name.field());
        };
        return text.filter(name -> !name.isBlank())
                .map(name -> ColumnLens.columnIs(column, name))
                .orElseGet(() -> new Writing.Unlinked(link.entity()));
    }

    @Override
    public List<Reference> references(RawFields raw) {
        String text = Wording.squeeze(raw.text(column).orElse(""));
        return text.isEmpty() ? List.of() : reference(text).stream().toList();
    }

    private Optional<Reference> reference(String text) {
        return switch (by) {
            // Several associations with one label name nobody: whoever wrote the second did not take the first away.
            case By.Id id ->
                Optional.of(text)
                        .filter(one -> one.indexOf(';') < 0)
                        .map(one -> new Reference.ById(new RecordKey(id.system(), to, one)));
            case By.Name name ->
                MatchForm.of(name.kind(), FieldValue.text(text))
                        .map(form -> new Reference.ByField(to, name.field(), form));
        };
    }
}
