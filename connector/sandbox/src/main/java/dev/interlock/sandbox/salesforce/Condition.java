package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A WHERE, or a part of one. Values are kept as {@link Path#key} gives them. */
sealed interface Condition {

    /** Holds when every part does. */
    record All(List<Condition> parts) implements Condition {}

    /** Holds when one part does. */
    record Any(List<Condition> parts) implements Condition {}

    /** Holds when the other does not. */
    record Not(Condition other) implements Condition {}

    /** The field against one value. */
    record Compared(Path path, Operator operator, Object value) implements Condition {}

    /** The field is one of the values. */
    record In(Path path, Set<Object> values) implements Condition {}

    /** The field, a text, fits the pattern. */
    record Like(Path path, Pattern pattern) implements Condition {}

    /** One of the combinations of picklist values is chosen in the field, whole. */
    record Includes(Path path, List<Set<String>> combinations) implements Condition {}

    /** The signs that compare. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        static Optional<Operator> of(Token sign) {
            if (sign.kind() != Token.Kind.SYMBOL) {
                return Optional.empty();
            }
            return switch (sign.text()) {
                case "=" -> Optional.of(EQUAL);
                case "!=", "<>" -> Optional.of(NOT_EQUAL);
                case "<" -> Optional.of(LESS);
                case "<=" -> Optional.of(LESS_OR_EQUAL);
                case ">" -> Optional.of(GREATER);
                case ">=" -> Optional.of(GREATER_OR_EQUAL);
                default -> Optional.empty();
            };
        }

        /** A blank is neither less nor more than anything. */
        boolean holds(Object actual, Object wanted) {
            return switch (this) {
                case EQUAL -> actual.equals(wanted);
                case NOT_EQUAL -> !actual.equals(wanted);
                case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    actual != Blank.BLANK && accepts(Ordering.compare(actual, wanted));
            };
        }

        boolean accepts(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }
}
