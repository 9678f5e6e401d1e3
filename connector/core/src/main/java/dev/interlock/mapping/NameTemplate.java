package dev.interlock.mapping;

import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A name put together out of fields of the record: {@code {company} - {product} - {close_date.quarter}}. */
public record NameTemplate(List<Piece> pieces) {

    /** Fixed words, or the place of a field. */
    public sealed interface Piece {

        /** Words that stand as they are. */
        record Words(String text) implements Piece {}

        /** The place of a field's value. */
        record Slot(String field, NamePart part) implements Piece {}
    }

    public NameTemplate {
        pieces = List.copyOf(pieces);
    }

    /**
     * The name, on one line. A blank field leaves out the words before it as well, so that nothing is joined to nothing;
     * empty if all fields are blank.
     */
    public Optional<FieldValue> write(Map<String, FieldValue> values) {
        StringBuilder name = new StringBuilder();
        String gap = "";
        boolean filled = false;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words words -> gap = isFirst(words) || filled ? words.text() : gap;
                case Piece.Slot slot -> {
                    String text = Wording.squeeze(slot.part().of(values.getOrDefault(slot.field(), FieldValue.EMPTY)));
                    if (!text.isEmpty()) {
                        name.append(gap).append(text);
                        gap = "";
                        filled = true;
                    }
                }
            }
        }
        boolean closed = pieces.getLast() instanceof Piece.Words;
        String whole = Wording.squeeze(closed ? name.append(gap).toString() : name.toString());
        return filled ? Optional.of(FieldValue.text(whole)) : Optional.empty();
    }

    private boolean isFirst(Piece.Words words) {
        return pieces.getFirst() == words;
    }
}
