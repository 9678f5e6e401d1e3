package dev.interlock.mapping;

import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import java.util.Map;
import java.util.Optional;

/** Whether names are written by their standard where they stand. */
public final class NamingCheck {

    private final Field field;
    private final Binding binding;

    /** @param binding how the field appears in the system whose records are looked at */
    public NamingCheck(Field field, Binding binding) {
        this.field = field;
        this.binding = binding;
    }

    /**
     * The name by its standard, where a record writes it otherwise. Empty if it is written so, is blank, has no standard, or is
     * composed of fields that the record does not tell.
     *
     * @param said what the record says, by field
     */
    public Optional<FieldValue> otherwise(RawFields raw, Map<String, FieldValue> said) {
        if (!(ProperLens.within(binding.lens()).get(raw, Links.NONE) instanceof Reading.Said is)
                || is.value().isEmpty()
                || field.naming().isEmpty()) {
            return Optional.empty();
        }
        Optional<FieldValue> standard = switch (field.naming().get()) {
            case Naming.Proper proper -> Optional.of(ProperLens.proper(field.kind(), is.value()));
            case Naming.Composed composed -> composed(composed.template(), said);
        };
        return standard.filter(name -> !name.equals(is.value()));
    }

    private static Optional<FieldValue> composed(NameTemplate template, Map<String, FieldValue> said) {
        boolean isTold = template.pieces().stream()
                .filter(NameTemplate.Piece.Slot.class::isInstance)
                .map(NameTemplate.Piece.Slot.class::cast)
                .noneMatch(slot ->
                        said.getOrDefault(slot.field(), FieldValue.EMPTY).isEmpty());
        return isTold ? template.write(said) : Optional.empty();
    }
}
