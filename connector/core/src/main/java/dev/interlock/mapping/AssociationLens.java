package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.List;

/**
 * A reference kept as an association. Where several records could be meant, none is: the field counts as not mentioned, is not
 * written, and a person is told.
 */
record AssociationLens(Association association, ReferenceLens one) implements Lens {

    static AssociationLens in(SystemId system, Association association, RecordType to) {
        return new AssociationLens(
                association, new ReferenceLens(association.column(), to, new ReferenceLens.By.Id(system)));
    }

    @Override
    public List<String> columns() {
        return one.columns();
    }

    @Override
    public Reading get(RawFields raw, Links links) {
        return isUnclear(raw) ? new Reading.Unreadable(unclear(raw)) : one.get(raw, links);
    }

    /** Where several are, one of them may be written: it was made already, and the other not yet taken away. */
    @Override
    public Writing put(FieldValue value, RawFields current, Links links) {
        if (!isUnclear(current)) {
            return one.put(value, current, links);
        }
        Writing clear = one.put(value, RawFields.NONE, links);
        boolean isThere = clear instanceof Writing.Put put && ids(current).containsAll(ids(put.columns()));
        return isThere && !value.isEmpty() ? clear : new Writing.Unwritable(unclear(current));
    }

    @Override
    public List<Reference> references(RawFields raw) {
        return isUnclear(raw) ? List.of() : one.references(raw);
    }

    private boolean isUnclear(RawFields raw) {
        return ids(raw).size() > 1;
    }

    private List<String> ids(RawFields raw) {
        return Association.ids(raw.text(association.column()).orElse(""));
    }

    private String unclear(RawFields raw) {
        String which = association.label().isEmpty() ? "" : " as " + association.label();
        return "it is associated" + which + " with several " + association.object() + " (" + String.join(", ", ids(raw))
                + "): leave one of them, or make one the primary";
    }
}
