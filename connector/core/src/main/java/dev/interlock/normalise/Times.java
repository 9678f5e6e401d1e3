package dev.interlock.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days and points in time, as APIs write them. */
public final class Times {

    private static final Pattern MILLIS = Pattern.compile("-?\\d{9,15}");

    /** As Salesforce writes it: {@code 2026-01-02T03:04:05.000+0000}. */
    public static final DateTimeFormatter SALESFORCE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx")
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    /** ISO 8601 with any offset, with or without a colon in it. */
    private static final DateTimeFormatter ANY_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** The day of an ISO date or date-time (as written, in its own offset), or of epoch milliseconds (in UTC). */
    public static Optional<LocalDate> day(String text) {
        String written = Wording.squeeze(text);
        try {
            if (MILLIS.matcher(written).matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(written))
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate());
            }
            int time = written.indexOf('T');
            return time < 0
                    ? Optional.of(LocalDate.parse(written))
                    : Optional.of(OffsetDateTime.parse(written, ANY_OFFSET).toLocalDate());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The point in time of an ISO date-time with offset, an ISO date (midnight UTC), or epoch milliseconds. */
    public static Optional<Instant> moment(String text) {
        String written = Wording.squeeze(text);
        try {
            if (MILLIS.matcher(written).matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(written)));
            }
            return written.indexOf('T') < 0
                    ? Optional.of(LocalDate.parse(written)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant())
                    : Optional.of(OffsetDateTime.parse(written, ANY_OFFSET).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
