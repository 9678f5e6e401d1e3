package dev.interlock.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The canonical value of one field. Two values that mean the same are equal, so that echo suppression and merging can
 * compare by {@code equals}. That a field was not mentioned at all is no value: see {@code Reading} in the mapping.
 */
public sealed interface FieldValue {

    /** The system holds the field and it is blank. */
    FieldValue EMPTY = new Empty();

    /** Blank; use {@link #EMPTY}. */
    record Empty() implements FieldValue {}

    /** Words, already trimmed; never empty. */
    record Text(String text) implements FieldValue {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text is FieldValue.EMPTY");
            }
        }
    }

    /** A number or an amount of money, in whole units of its currency; 1.50 equals 1.5. */
    record Amount(BigDecimal number) implements FieldValue {
        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** A calendar day, free of time zones. */
    record Day(LocalDate day) implements FieldValue {}

    /** A point in time. */
    record Moment(Instant instant) implements FieldValue {}

    /** Yes or no. */
    record Flag(boolean yes) implements FieldValue {}

    /** Several choices, without order; never empty. */
    record Many(SortedSet<String> choices) implements FieldValue {
        public Many {
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("no choices at all is FieldValue.EMPTY");
            }
            choices = Collections.unmodifiableSortedSet(new TreeSet<>(choices));
        }
    }

    /** Another entity, such as the partner of a deal. */
    record Link(EntityId entity) implements FieldValue {}

    default boolean isEmpty() {
        return this instanceof Empty;
    }

    /** The text, or {@link #EMPTY} when nothing but white space is left of it. */
    static FieldValue text(String words) {
        String trimmed = words.strip();
        return trimmed.isEmpty() ? EMPTY : new Text(trimmed);
    }
}
