package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Field values between JSON, plain text and what a row keeps. */
final class Values {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:?\\d\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** Numbers written with more are not read: they would take all memory. */
    private static final int MOST_DIGITS = 400;

    private Values() {}

    /** {@code 2026-01-02T03:04:05.000+0000}: the way datetimes stand in every answer. */
    static String written(Instant instant) {
        return WRITTEN.format(instant);
    }

    static Optional<Instant> instant(String text) {
        if (!DATE_TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        String colon = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            return Optional.of(OffsetDateTime.parse(colon).toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Reads a value of a request. Empty texts become blank, as the service does not keep them. */
    static Object read(Field field, JsonNode node) {
        if (node.isNull()) {
            return blank(field);
        }
        if (node.isContainerNode()) {
            throw mismatch(field, node);
        }
        if (node.isTextual()) {
            return parse(field, node.textValue()).orElseThrow(() -> mismatch(field, node));
        }
        return switch (field.type()) {
            case BOOLEAN -> of(field, node, node.isBoolean());
            case INT, DOUBLE, CURRENCY, PERCENT -> of(field, node, node.isNumber());
            case ID, STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, EMAIL, PHONE, URL, REFERENCE, DATE, DATETIME ->
                throw mismatch(field, node);
        };
    }

    private static Object of(Field field, JsonNode node, boolean fits) {
        if (!fits) {
            throw mismatch(field, node);
        }
        return parse(field, node.asText()).orElseThrow(() -> mismatch(field, node));
    }

    private static Object blank(Field field) {
        if (field.type() == FieldType.BOOLEAN) {
            throw Refusal.of(
                    "INVALID_TYPE_ON_FIELD_IN_RECORD", field.label() + ": value not of required type: ", field.name());
        }
        return Blank.BLANK;
    }

    /** Reads the text form of a value; nothing when the text does not fit the type. */
    static Optional<Object> parse(Field field, String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return field.type() == FieldType.BOOLEAN ? Optional.empty() : Optional.of(Blank.BLANK);
        }
        return switch (field.type()) {
            case ID, REFERENCE, STRING, TEXTAREA, MULTIPICKLIST, EMAIL, PHONE, URL -> Optional.of(text);
            case PICKLIST -> Optional.of(shared(field, text));
            case BOOLEAN -> bool(text);
            case INT -> decimal(text).flatMap(number -> whole(field, number));
            case DOUBLE, CURRENCY, PERCENT -> decimal(text).map(number -> fraction(field, number));
            case DATE -> date(text).map(each -> each);
            case DATETIME -> instant(text).map(each -> each);
        };
    }

    private static Object shared(Field field, String text) {
        int place = field.picklist().indexOf(text);
        return place < 0 ? text : field.picklist().get(place);
    }

    private static Optional<Object> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> whole(Field field, BigDecimal number) {
        checkRange(field, number);
        if (number.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        return Optional.of(number.intValue());
    }

    private static Object fraction(Field field, BigDecimal number) {
        checkRange(field, number);
        BigDecimal rounded = number.setScale(field.scale(), RoundingMode.HALF_UP);
        checkRange(field, rounded);
        return rounded.doubleValue();
    }

    private static void checkRange(Field field, BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS
                || number.abs().compareTo(BigDecimal.TEN.pow(field.precision() - field.scale())) >= 0) {
            throw Refusal.of(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.label() + ": value outside of valid range on numeric field: " + number,
                    field.name());
        }
    }

    private static Refusal mismatch(Field field, JsonNode node) {
        return Refusal.of(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + field.type().plainName() + " from " + node.asToken() + " value "
                        + node.asText() + " or request may be missing a required field");
    }

    /** Puts a value into an answer. */
    static void put(ObjectNode node, String name, Object value) {
        switch (value) {
            case Boolean flag -> node.put(name, flag);
            case Integer number -> node.put(name, number);
            case Double number -> node.put(name, plain(number));
            case Instant instant -> node.put(name, written(instant));
            case LocalDate date -> node.put(name, date.toString());
            case String text -> node.put(name, text);
            default -> node.putNull(name);
        }
    }

    private static BigDecimal plain(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return exact.scale() < 1 ? exact.setScale(1) : exact;
    }
}
