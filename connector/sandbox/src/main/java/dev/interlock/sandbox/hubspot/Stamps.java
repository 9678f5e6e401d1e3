package dev.interlock.sandbox.hubspot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** HubSpot's ways to write a moment or a day. */
final class Stamps {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long DAY_MILLIS = 86_400_000L;

    private Stamps() {}

    /** ISO with milliseconds and Z. */
    static String iso(long epochMillis) {
        return ISO.format(Instant.ofEpochMilli(epochMillis));
    }

    static Optional<Long> epochMillis(String text) {
        return text.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Epoch ms of an ISO moment with offset, or of a day at midnight UTC. */
    static Optional<Long> moment(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text)
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC)
                                    .toEpochMilli()
                            : OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isMidnight(long epochMillis) {
        return Math.floorMod(epochMillis, DAY_MILLIS) == 0;
    }

    static String day(long epochMillis) {
        return LocalDate.ofEpochDay(Math.floorDiv(epochMillis, DAY_MILLIS)).toString();
    }
}
