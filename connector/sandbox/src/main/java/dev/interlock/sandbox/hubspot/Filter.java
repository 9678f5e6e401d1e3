package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One condition of a search.
 *
 * <p>Source: HubSpot search guide. Texts compare without case, enumerations with it; IN and NOT_IN on texts know lower
 * case only; moments and days compare by epoch ms.
 */
record Filter(String property, String operator, String value, String highValue, List<String> values) {

    private static final Set<String> OPERATORS = Set.of(
            "EQ",
            "NEQ",
            "LT",
            "LTE",
            "GT",
            "GTE",
            "BETWEEN",
            "IN",
            "NOT_IN",
            "HAS_PROPERTY",
            "NOT_HAS_PROPERTY",
            "CONTAINS_TOKEN",
            "NOT_CONTAINS_TOKEN");

    Filter {
        values = List.copyOf(values);
    }

    static Filter from(JsonNode asked) {
        Request.refuseOthers(asked, List.of("propertyName", "operator", "value", "highValue", "values"));
        String operator = asked.path("operator").asText();
        if (!OPERATORS.contains(operator)) {
            throw ApiError.invalid("There was a problem with the request: unknown operator '" + operator + "'");
        }
        List<String> values = new ArrayList<>();
        asked.path("values").forEach(each -> values.add(each.asText()));
        Filter filter = new Filter(
                asked.path("propertyName").asText(),
                operator,
                asked.path("value").asText(),
                asked.path("highValue").asText(),
                values);
        filter.refuseIncomplete(asked);
        return filter;
    }

    private void refuseIncomplete(JsonNode asked) {
        boolean complete = switch (operator) {
            case "HAS_PROPERTY", "NOT_HAS_PROPERTY" -> true;
            case "IN", "NOT_IN" -> !values.isEmpty();
            case "BETWEEN" -> asked.has("value") && asked.has("highValue");
            default -> asked.has("value");
        };
        if (!complete) {
            throw ApiError.invalid("There was a problem with the request: operator " + operator + " on '" + property
                    + "' lacks its value");
        }
    }

    /** The test of a record. Comparisons are false where nothing is set; their opposites are true. */
    Predicate<CrmRecord> test(PropertyDefinition definition) {
        return switch (operator) {
            case "HAS_PROPERTY" -> record -> record.filled(property).isPresent();
            case "NOT_HAS_PROPERTY" -> record -> record.filled(property).isEmpty();
            case "IN" -> among(definition);
            case "NOT_IN" -> among(definition).negate();
            case "CONTAINS_TOKEN" -> this::hasToken;
            case "NOT_CONTAINS_TOKEN" -> record -> !hasToken(record);
            case "EQ" -> equal(definition);
            case "NEQ" -> equal(definition).negate();
            default -> ordered(definition);
        };
    }

    private Predicate<CrmRecord> equal(PropertyDefinition definition) {
        if (comparesAsNumber(definition)) {
            BigDecimal wanted = number(definition, value);
            return record -> own(definition, record)
                    .filter(number -> number.compareTo(wanted) == 0)
                    .isPresent();
        }
        boolean exact = definition.type().equals("enumeration");
        return record -> record.filled(property)
                .filter(text -> exact ? chosen(definition, text).contains(value) : text.equalsIgnoreCase(value))
                .isPresent();
    }

    private Predicate<CrmRecord> among(PropertyDefinition definition) {
        if (comparesAsNumber(definition)) {
            List<BigDecimal> wanted =
                    values.stream().map(each -> number(definition, each)).toList();
            return record -> own(definition, record)
                    .filter(number -> wanted.stream().anyMatch(each -> each.compareTo(number) == 0))
                    .isPresent();
        }
        Set<String> wanted = new HashSet<>(values);
        boolean exact = definition.type().equals("enumeration");
        return record -> record.filled(property)
                .filter(text -> exact
                        ? chosen(definition, text).stream().anyMatch(wanted::contains)
                        : wanted.contains(text.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private Predicate<CrmRecord> ordered(PropertyDefinition definition) {
        if (!comparesAsNumber(definition)) {
            return record -> record.filled(property)
                    .filter(text -> fits(text.compareToIgnoreCase(value), text.compareToIgnoreCase(highValue)))
                    .isPresent();
        }
        BigDecimal low = number(definition, value);
        BigDecimal high = operator.equals("BETWEEN") ? number(definition, highValue) : low;
        return record -> own(definition, record)
                .filter(number -> fits(number.compareTo(low), number.compareTo(high)))
                .isPresent();
    }

    private boolean fits(int toLow, int toHigh) {
        return switch (operator) {
            case "LT" -> toLow < 0;
            case "LTE" -> toLow <= 0;
            case "GT" -> toLow > 0;
            case "GTE" -> toLow >= 0;
            default -> toLow >= 0 && toHigh <= 0;
        };
    }

    static boolean comparesAsNumber(PropertyDefinition definition) {
        return Set.of("number", "date", "datetime").contains(definition.type());
    }

    private static List<String> chosen(PropertyDefinition definition, String text) {
        return definition.takesSeveral() ? Arrays.asList(text.split(";")) : List.of(text);
    }

    private static BigDecimal number(PropertyDefinition definition, String text) {
        if (definition.type().equals("date") && Stamps.day(text).isPresent()) {
            return BigDecimal.valueOf(Stamps.moment(text).orElseThrow());
        }
        if (!ValueCheck.NUMBER.matcher(text).matches()) {
            throw ApiError.invalid("There was a problem with the request: '" + text + "' is not a number, or not epoch "
                    + "milliseconds, for property '" + definition.name() + "'");
        }
        return new BigDecimal(text);
    }

    /** A record's value as a number; moments and days as epoch ms. */
    static Optional<BigDecimal> own(PropertyDefinition definition, CrmRecord record) {
        if (definition.name().equals(record.type().modified())) {
            return Optional.of(BigDecimal.valueOf(record.modified()));
        }
        if (definition.name().equals("hs_object_id")) {
            return Optional.of(BigDecimal.valueOf(record.id()));
        }
        return record.filled(definition.name())
                .flatMap(text -> definition.type().equals("number")
                        ? Optional.of(text)
                                .filter(number ->
                                        ValueCheck.NUMBER.matcher(number).matches())
                                .map(BigDecimal::new)
                        : Stamps.moment(text).map(BigDecimal::valueOf));
    }

    private boolean hasToken(CrmRecord record) {
        List<String> tokens = tokens(record.filled(property).orElse(""));
        return tokens(value).stream().allMatch(wanted -> tokens.stream().anyMatch(own -> matches(wanted, own)));
    }

    private static boolean matches(String wanted, String own) {
        if (!wanted.contains("*")) {
            return own.equals(wanted);
        }
        String pattern = Arrays.stream(wanted.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((left, right) -> left + ".*" + right)
                .orElse("");
        return own.matches(pattern);
    }

    static List<String> tokens(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}*]+"))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /** The closed range of last-modified stamps this allows, when it is about them and the range is plain. */
    Optional<Range> modifiedRange(ObjectType type) {
        if (!property.equals(type.modified()) || !value.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        long low = Long.parseLong(value);
        return switch (operator) {
            case "EQ" -> Optional.of(new Range(low, low));
            case "GT" -> Optional.of(new Range(low + 1, Long.MAX_VALUE));
            case "GTE" -> Optional.of(new Range(low, Long.MAX_VALUE));
            case "LT" -> Optional.of(new Range(Long.MIN_VALUE, low - 1));
            case "LTE" -> Optional.of(new Range(Long.MIN_VALUE, low));
            case "BETWEEN" ->
                highValue.matches("\\d{1,15}")
                        ? Optional.of(new Range(low, Long.parseLong(highValue)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A closed range of epoch ms. */
    record Range(long from, long to) {

        static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

        Range and(Range other) {
            return new Range(Math.max(from, other.from), Math.min(to, other.to));
        }
    }
}
