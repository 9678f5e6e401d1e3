package dev.interlock.sandbox.salesforce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** A value of a group of records. */
sealed interface Measure {

    /** The value by which the records were grouped. */
    record Key(Path path) implements Measure {}

    /** A function of the values that are not blank. */
    record Aggregate(Function function, Path path) implements Measure {}

    /** What is done with the values. */
    enum Function {
        COUNT,
        COUNT_DISTINCT,
        SUM,
        AVG,
        MIN,
        MAX;

        boolean fits(Field field) {
            return switch (this) {
                case COUNT, COUNT_DISTINCT -> field.is(Trait.FILTERABLE);
                case SUM, AVG -> field.type().isDecimal() || field.type() == FieldType.INT;
                case MIN, MAX -> field.is(Trait.FILTERABLE) && field.type() != FieldType.BOOLEAN;
            };
        }
    }

    default Path path() {
        return switch (this) {
            case Key key -> key.path();
            case Aggregate aggregate -> aggregate.path();
        };
    }

    /** The value for these records; of an empty group sums and averages are blank. */
    default Object of(Org org, Table table, List<Row> rows) {
        return switch (this) {
            case Key key -> key.path().read(org, table, rows.getFirst());
            case Aggregate aggregate ->
                aggregated(
                        aggregate,
                        rows.stream()
                                .map(row -> aggregate.path().read(org, table, row))
                                .filter(value -> value != Blank.BLANK));
        };
    }

    private static Object aggregated(Aggregate aggregate, Stream<Object> values) {
        Path path = aggregate.path();
        return switch (aggregate.function()) {
            case COUNT -> (int) values.count();
            case COUNT_DISTINCT -> (int) values.map(path::key).distinct().count();
            case SUM -> total(path, values.toList());
            case AVG -> average(values.toList());
            case MIN -> extreme(values, (one, other) -> Ordering.compare(one, other) <= 0 ? one : other);
            case MAX -> extreme(values, (one, other) -> Ordering.compare(one, other) >= 0 ? one : other);
        };
    }

    private static Object extreme(Stream<Object> values, BinaryOperator<Object> better) {
        return values.reduce(better).orElse(Blank.BLANK);
    }

    private static Object total(Path path, List<Object> values) {
        if (values.isEmpty()) {
            return Blank.BLANK;
        }
        BigDecimal sum = sum(values);
        return path.field().type() == FieldType.INT && sum.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                ? (Object) sum.intValue()
                : (Object) sum.doubleValue();
    }

    private static Object average(List<Object> values) {
        return values.isEmpty()
                ? Blank.BLANK
                : (Object) sum(values)
                        .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64)
                        .doubleValue();
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
