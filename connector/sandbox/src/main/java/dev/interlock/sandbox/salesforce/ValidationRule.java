package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator forbids: a record for which all conditions hold is refused with the administrator's words.
 *
 * @param field the field beside which the words stand; empty for the top of the page
 */
record ValidationRule(String name, List<Condition> when, String message, Optional<Field> field) {

    ValidationRule {
        when = List.copyOf(when);
    }

    /** One condition on the record as it would be saved. */
    record Condition(Field field, Comparison is, Object value) {

        private boolean holds(Map<Field, Object> record) {
            Object there = record.getOrDefault(field, Blank.BLANK);
            return switch (is) {
                case BLANK -> there == Blank.BLANK;
                case FILLED -> there != Blank.BLANK;
                case EQUAL_TO -> same(there);
                case OTHER_THAN -> !same(there);
                case LESS_THAN -> order(there).filter(order -> order < 0).isPresent();
                case GREATER_THAN -> order(there).filter(order -> order > 0).isPresent();
            };
        }

        private boolean same(Object there) {
            return field.key(there).equals(field.key(value));
        }

        /** A blank is neither less nor greater. */
        @SuppressWarnings("unchecked")
        private Optional<Integer> order(Object there) {
            return there.getClass() == value.getClass() && there instanceof Comparable<?> comparable
                    ? Optional.of(((Comparable<Object>) comparable).compareTo(value))
                    : Optional.empty();
        }
    }

    /** How a field is looked at. */
    enum Comparison {
        BLANK,
        FILLED,
        EQUAL_TO,
        OTHER_THAN,
        LESS_THAN,
        GREATER_THAN;

        private static Comparison named(String words) {
            for (Comparison each : values()) {
                if (each.words().equals(words)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(
                    "a condition is 'blank', 'filled', 'equal to', 'other than', 'less than' or"
                            + " 'greater than', not '" + words + "'");
        }

        private String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Reads {@code {name, when: [{field, is, value}], message, errorField}}. */
    static ValidationRule read(ObjectType type, JsonNode given) {
        List<Condition> when = new ArrayList<>();
        for (JsonNode each : given.path("when")) {
            Field field = field(type, each.path("field").asText());
            Comparison is = Comparison.named(each.path("is").asText());
            when.add(new Condition(field, is, value(field, each.path("value").asText(""))));
        }
        String message = given.path("message").asText();
        if (when.isEmpty() || message.isEmpty()) {
            throw new IllegalArgumentException("a validation rule needs conditions under 'when' and a 'message'");
        }
        Optional<Field> beside = given.has("errorField")
                ? Optional.of(field(type, given.path("errorField").asText()))
                : Optional.empty();
        return new ValidationRule(given.path("name").asText(), when, message, beside);
    }

    private static Field field(ObjectType type, String name) {
        return type.field(name)
                .filter(Field::stored)
                .orElseThrow(() -> new IllegalArgumentException("there is no field " + name + " on " + type.name()));
    }

    private static Object value(Field field, String text) {
        return Values.parse(field, text)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + text + "' is no value of the field " + field.name()));
    }

    /** What is answered when all conditions hold. */
    Optional<Problem> problem(Map<Field, Object> record) {
        return when.stream().allMatch(condition -> condition.holds(record))
                ? Optional.of(new Problem(
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        message,
                        field.stream().map(Field::name).toList()))
                : Optional.empty();
    }
}
