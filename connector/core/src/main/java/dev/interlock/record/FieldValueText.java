package dev.interlock.record;

import dev.interlock.record.FieldValue.Amount;
import dev.interlock.record.FieldValue.Day;
import dev.interlock.record.FieldValue.Empty;
import dev.interlock.record.FieldValue.Flag;
import dev.interlock.record.FieldValue.Link;
import dev.interlock.record.FieldValue.Many;
import dev.interlock.record.FieldValue.Moment;
import dev.interlock.record.FieldValue.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a canonical value is written down in the store and in plans: one letter for its kind, a colon, its text. Choices of
 * a {@link Many} are parted by the unit separator (U+001F). Reading what was written gives the same value.
 */
public final class FieldValueText {

    private static final String SEPARATOR = "\u001f";

    private FieldValueText() {}

    public static String write(FieldValue value) {
        return switch (value) {
            case Empty empty -> "e:";
            case Text text -> "t:" + text.text();
            case Amount amount -> "n:" + amount.number().toPlainString();
            case Day day -> "d:" + day.day();
            case Moment moment -> "i:" + moment.instant();
            case Flag flag -> "b:" + flag.yes();
            case Many many -> "m:" + String.join(SEPARATOR, many.choices());
            case Link link -> "r:" + link.entity().value();
        };
    }

    /** The words a person would read; blank for an empty value. */
    public static String show(FieldValue value) {
        return value instanceof Many many
                ? many.choices().stream().collect(Collectors.joining("; "))
                : write(value).substring(2);
    }

    /**
     * Reads back what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is of no known kind
     */
    public static FieldValue read(String written) {
        String rest = written.length() < 2 ? "" : written.substring(2);
        return switch (written.isEmpty() ? '?' : written.charAt(0)) {
            case 'e' -> FieldValue.EMPTY;
            case 't' -> new Text(rest);
            case 'n' -> new Amount(new BigDecimal(rest));
            case 'd' -> new Day(LocalDate.parse(rest));
            case 'i' -> new Moment(Instant.parse(rest));
            case 'b' -> new Flag(Boolean.parseBoolean(rest));
            case 'm' -> new Many(new TreeSet<>(Arrays.asList(rest.split(SEPARATOR, -1))));
            case 'r' -> new Link(new EntityId(rest));
            default -> throw new IllegalArgumentException("no field value: " + written);
        };
    }
}
