package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.salesforce.Condition.Operator;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a date literal of a query means: the days from the first up to, but without, the end.
 *
 * <p>By the SOQL reference, "Date Formats and Date Literals". The user's time zone is UTC and the week begins on Sunday, as
 * in an org with the locale en_US; the fiscal year is the calendar year.
 */
record DateSpan(LocalDate first, LocalDate end) {

    /** Takes a date literal, if one comes next. */
    static Optional<DateSpan> read(Tokens tokens, Instant now) {
        Token word = tokens.peek();
        if (word.kind() != Token.Kind.WORD) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String name = word.text().toUpperCase(Locale.ROOT);
        if (tokens.peek(1).is(":") && tokens.peek(2).text().matches("\\d{1,6}")) {
            Optional<DateSpan> span =
                    counted(name, today, Integer.parseInt(tokens.peek(2).text()));
            span.ifPresent(found -> skip(tokens, 3));
            return span;
        }
        Optional<DateSpan> span = plain(name, today);
        span.ifPresent(found -> skip(tokens, 1));
        return span;
    }

    Condition compared(Path path, Operator operator) {
        Condition from = new Condition.Compared(path, Operator.GREATER_OR_EQUAL, key(path, first));
        Condition before = new Condition.Compared(path, Operator.LESS, key(path, end));
        return switch (operator) {
            case EQUAL -> new Condition.All(List.of(from, before));
            case NOT_EQUAL -> new Condition.Not(new Condition.All(List.of(from, before)));
            case LESS -> new Condition.Compared(path, Operator.LESS, key(path, first));
            case LESS_OR_EQUAL -> before;
            case GREATER -> new Condition.Compared(path, Operator.GREATER_OR_EQUAL, key(path, end));
            case GREATER_OR_EQUAL -> from;
        };
    }

    private static Object key(Path path, LocalDate day) {
        return path.field().type() == FieldType.DATE
                ? day
                : path.key(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static void skip(Tokens tokens, int count) {
        for (int i = 0; i < count; i++) {
            tokens.next();
        }
    }

    private static Optional<DateSpan> plain(String name, LocalDate today) {
        return switch (name) {
            case "YESTERDAY" -> Optional.of(days(today.minusDays(1), 1));
            case "TODAY" -> Optional.of(days(today, 1));
            case "TOMORROW" -> Optional.of(days(today.plusDays(1), 1));
            case "LAST_90_DAYS" -> Optional.of(days(today.minusDays(90), 91));
            case "NEXT_90_DAYS" -> Optional.of(days(today.plusDays(1), 90));
            case "LAST_WEEK" -> Optional.of(weeks(today, -1, 1));
            case "THIS_WEEK" -> Optional.of(weeks(today, 0, 1));
            case "NEXT_WEEK" -> Optional.of(weeks(today, 1, 1));
            case "LAST_MONTH" -> Optional.of(months(today, -1, 1));
            case "THIS_MONTH" -> Optional.of(months(today, 0, 1));
            case "NEXT_MONTH" -> Optional.of(months(today, 1, 1));
            case "LAST_QUARTER", "LAST_FISCAL_QUARTER" -> Optional.of(quarters(today, -1, 1));
            case "THIS_QUARTER", "THIS_FISCAL_QUARTER" -> Optional.of(quarters(today, 0, 1));
            case "NEXT_QUARTER", "NEXT_FISCAL_QUARTER" -> Optional.of(quarters(today, 1, 1));
            case "LAST_YEAR", "LAST_FISCAL_YEAR" -> Optional.of(years(today, -1, 1));
            case "THIS_YEAR", "THIS_FISCAL_YEAR" -> Optional.of(years(today, 0, 1));
            case "NEXT_YEAR", "NEXT_FISCAL_YEAR" -> Optional.of(years(today, 1, 1));
            default -> Optional.empty();
        };
    }

    private static Optional<DateSpan> counted(String name, LocalDate today, int n) {
        return switch (name) {
            case "LAST_N_DAYS" -> Optional.of(days(today.minusDays(n), n + 1));
            case "NEXT_N_DAYS" -> Optional.of(days(today.plusDays(1), n));
            case "N_DAYS_AGO" -> Optional.of(days(today.minusDays(n), 1));
            case "LAST_N_WEEKS" -> Optional.of(weeks(today, -n, n));
            case "NEXT_N_WEEKS" -> Optional.of(weeks(today, 1, n));
            case "N_WEEKS_AGO" -> Optional.of(weeks(today, -n, 1));
            case "LAST_N_MONTHS" -> Optional.of(months(today, -n, n));
            case "NEXT_N_MONTHS" -> Optional.of(months(today, 1, n));
            case "N_MONTHS_AGO" -> Optional.of(months(today, -n, 1));
            case "LAST_N_QUARTERS", "LAST_N_FISCAL_QUARTERS" -> Optional.of(quarters(today, -n, n));
            case "NEXT_N_QUARTERS", "NEXT_N_FISCAL_QUARTERS" -> Optional.of(quarters(today, 1, n));
            case "N_QUARTERS_AGO", "N_FISCAL_QUARTERS_AGO" -> Optional.of(quarters(today, -n, 1));
            case "LAST_N_YEARS", "LAST_N_FISCAL_YEARS" -> Optional.of(years(today, -n, n));
            case "NEXT_N_YEARS", "NEXT_N_FISCAL_YEARS" -> Optional.of(years(today, 1, n));
            case "N_YEARS_AGO", "N_FISCAL_YEARS_AGO" -> Optional.of(years(today, -n, 1));
            default -> Optional.empty();
        };
    }

    private static DateSpan days(LocalDate first, int count) {
        return new DateSpan(first, first.plusDays(count));
    }

    private static DateSpan weeks(LocalDate today, int from, int count) {
        LocalDate first =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)).plusWeeks(from);
        return new DateSpan(first, first.plusWeeks(count));
    }

    private static DateSpan months(LocalDate today, int from, int count) {
        LocalDate first = today.withDayOfMonth(1).plusMonths(from);
        return new DateSpan(first, first.plusMonths(count));
    }

    private static DateSpan quarters(LocalDate today, int from, int count) {
        LocalDate first = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        return new DateSpan(first.plusMonths(3L * from), first.plusMonths(3L * (from + count)));
    }

    private static DateSpan years(LocalDate today, int from, int count) {
        LocalDate first = today.withDayOfYear(1).plusYears(from);
        return new DateSpan(first, first.plusYears(count));
    }
}
