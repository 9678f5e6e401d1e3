package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the service demands of the values of one record before it takes them. */
final class Rules {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z0-9-]{2,}");

    private final Org org;

    Rules(Org org) {
        this.org = org;
    }

    /**
     * Finds what is wrong with new values by themselves.
     *
     * @param values what will be written, by field
     * @param required the fields among which a blank is refused
     */
    List<Problem> problems(Map<Field, Object> values, List<Field> required) {
        List<Problem> problems = new ArrayList<>();
        values.forEach((field, value) -> {
            if (value != Blank.BLANK) {
                shape(field, value).ifPresent(problems::add);
            }
        });
        if (problems.isEmpty()) {
            missing(values, required).ifPresent(problems::add);
        }
        return problems;
    }

    /** Finds unique values that other records hold. The database says so last, after every rule. */
    static List<Problem> taken(Table table, Optional<Row> before, Map<Field, Object> values) {
        List<Problem> problems = new ArrayList<>();
        values.forEach((field, value) -> duplicate(table, before, field, value).ifPresent(problems::add));
        return problems;
    }

    private Optional<Problem> shape(Field field, Object value) {
        if (field.type() == FieldType.REFERENCE) {
            return reference(field, value.toString());
        }
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        if (field.type() == FieldType.EMAIL && !EMAIL.matcher(text).matches()) {
            return problem(field, "INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + text);
        }
        if (field.is(Trait.RESTRICTED)) {
            List<String> chosen =
                    field.type() == FieldType.MULTIPICKLIST ? Arrays.asList(text.split(";", -1)) : List.of(text);
            if (!field.picklist().containsAll(chosen)) {
                return problem(
                        field,
                        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                        field.label() + ": bad value for restricted picklist field: " + text);
            }
        }
        if (text.length() > field.length()) {
            return problem(
                    field,
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + text + " (max length=" + field.length() + ")");
        }
        return Optional.empty();
    }

    private Optional<Problem> reference(Field field, String id) {
        boolean fits = field.referenceTo().stream()
                .flatMap(name -> org.table(name).stream())
                .anyMatch(table -> Ids.wellFormed(id) && table.type().prefix().equals(Ids.prefix(id)));
        if (!fits) {
            return problem(field, "MALFORMED_ID", field.label() + ": id value of incorrect type: " + id);
        }
        Optional<Row> target = org.find(id);
        if (target.isEmpty()) {
            return problem(field, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        return target.get().live()
                ? Optional.empty()
                : Optional.of(Problem.of("ENTITY_IS_DELETED", "entity is deleted"));
    }

    private static Optional<Problem> missing(Map<Field, Object> values, List<Field> required) {
        List<String> missing = required.stream()
                .filter(field -> values.getOrDefault(field, Blank.BLANK) == Blank.BLANK)
                .map(Field::name)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem("REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
    }

    private static Optional<Problem> duplicate(Table table, Optional<Row> before, Field field, Object value) {
        if (!field.is(Trait.UNIQUE) || value == Blank.BLANK) {
            return Optional.empty();
        }
        int self = before.map(Row::number).orElse(0);
        return table.holding(field, value).stream()
                .filter(other -> other.number() != self)
                .findFirst()
                .map(other -> Problem.of(
                        "DUPLICATE_VALUE",
                        "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                + Ids.shortened(table.id(other))));
    }

    private static Optional<Problem> problem(Field field, String code, String message) {
        return Optional.of(Problem.of(code, message, field.name()));
    }
}
