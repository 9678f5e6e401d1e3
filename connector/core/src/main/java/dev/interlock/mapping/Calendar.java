package dev.interlock.mapping;

import dev.interlock.normalise.Times;
import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Day;
import dev.interlock.record.FieldValue.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Forms of days and points in time. */
sealed interface Calendar extends Form {

    /** How a system writes time. */
    sealed interface Style {
        record Iso() implements Style {}

        /** Milliseconds since 1970, UTC; a day is its midnight. */
        record EpochMillis() implements Style {}

        record Pattern(DateTimeFormatter formatter) implements Style {}

        /**
         * The style of that name, or of that pattern.
         *
         * @throws IllegalArgumentException if it is neither
         */
        static Style of(String format) {
            return switch (format) {
                case "iso" -> new Iso();
                case "epoch-ms" -> new EpochMillis();
                case "salesforce" -> new Pattern(Times.SALESFORCE);
                default ->
                    // In strict resolution a year needs an era (yyyy); admins mean the year as it is (uuuu).
                    new Pattern(DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT)
                            .withZone(ZoneOffset.UTC));
            };
        }
    }

    /** The text by the pattern; empty if it is not written so. */
    static Optional<TemporalAccessor> parse(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(formatter.parse(Wording.squeeze(text)));
        } catch (DateTimeException notSo) {
            return Optional.empty();
        }
    }

    private static Spelling format(DateTimeFormatter formatter, TemporalAccessor time) {
        try {
            return new Spelling.As(formatter.format(time));
        } catch (DateTimeException notSo) {
            return new Spelling.Refused("the date cannot be written in the format of the system");
        }
    }

    private static Spelling millis(Instant instant) {
        try {
            return new Spelling.As(Long.toString(instant.toEpochMilli()));
        } catch (ArithmeticException tooFar) {
            return new Spelling.Refused("the date is too far away for milliseconds");
        }
    }

    /** A day. */
    record Days(Style style) implements Calendar {
        @Override
        public Reading read(String text) {
            Optional<LocalDate> day = switch (style) {
                case Style.Pattern pattern ->
                    parse(pattern.formatter(), text)
                            .map(time -> LocalDate.from(time))
                            .or(() -> Times.day(text));
                case Style.Iso iso -> Times.day(text);
                case Style.EpochMillis millis -> Times.day(text);
            };
            return day.map(known -> Form.said(new Day(known)))
                    .orElseGet(() -> new Reading.Unreadable(Form.quote(text) + " is no date"));
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            if (!(value instanceof Day day)) {
                return Form.wrongKind("date");
            }
            return switch (style) {
                case Style.Iso iso -> new Spelling.As(day.day().toString());
                case Style.EpochMillis millis ->
                    millis(day.day().atStartOfDay(ZoneOffset.UTC).toInstant());
                case Style.Pattern pattern ->
                    format(pattern.formatter(), day.day().atStartOfDay(ZoneOffset.UTC));
            };
        }
    }

    /** A point in time. */
    record Moments(Style style) implements Calendar {
        @Override
        public Reading read(String text) {
            Optional<Instant> moment = switch (style) {
                case Style.Pattern pattern ->
                    parse(pattern.formatter(), text)
                            .map(time -> Instant.from(time))
                            .or(() -> Times.moment(text));
                case Style.Iso iso -> Times.moment(text);
                case Style.EpochMillis millis -> Times.moment(text);
            };
            return moment.map(known -> Form.said(new Moment(known)))
                    .orElseGet(() -> new Reading.Unreadable(Form.quote(text) + " is no point in time"));
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            if (!(value instanceof Moment moment)) {
                return Form.wrongKind("point in time");
            }
            return switch (style) {
                case Style.Iso iso -> new Spelling.As(moment.instant().toString());
                case Style.EpochMillis millis -> millis(moment.instant());
                case Style.Pattern pattern -> format(pattern.formatter(), moment.instant());
            };
        }
    }
}
