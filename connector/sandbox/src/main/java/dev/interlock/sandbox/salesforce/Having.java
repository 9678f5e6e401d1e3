package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a group must fulfil to be answered. */
sealed interface Having {

    /** Holds when every part does. */
    record All(List<Having> parts) implements Having {}

    /** Holds when one part does. */
    record Any(List<Having> parts) implements Having {}

    /** Holds when the other does not. */
    record Not(Having other) implements Having {}

    /** A value of the group against another. */
    record Compared(Measure measure, Condition.Operator operator, Object value) implements Having {}

    /** A key of the group fits a pattern. */
    record Like(Measure measure, Pattern pattern) implements Having {}

    /** @param values gives each measure's value for the group */
    default boolean holds(Function<Measure, Object> values) {
        return switch (this) {
            case All all -> all.parts().stream().allMatch(part -> part.holds(values));
            case Any any -> any.parts().stream().anyMatch(part -> part.holds(values));
            case Not not -> !not.other().holds(values);
            case Compared compared ->
                compared.operator().holds(comparable(compared.measure(), values), compared.value());
            case Like like ->
                values.apply(like.measure()) instanceof String text
                        && like.pattern().matcher(text).matches();
        };
    }

    /** Numbers compare as decimals, whatever kept them. */
    private static Object comparable(Measure measure, Function<Measure, Object> values) {
        Object value = values.apply(measure);
        return value instanceof Number number
                ? new java.math.BigDecimal(number.toString()).stripTrailingZeros()
                : measure.path().key(value);
    }
}
