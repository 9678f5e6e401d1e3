package dev.interlock.app;

import dev.interlock.mapping.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Times as people type them. */
final class Times {

    private Times() {}

    /** A time from now on: {@code 4h}, {@code 3d}. */
    static Instant after(String length, Instant now) {
        return now.plus(length(length));
    }

    static Duration length(String text) {
        return Durations.read(text)
                .orElseThrow(() -> new NotPossible(
                        Exit.CONFIGURATION, "'" + text + "' is no length of time; write such as 30m, 4h or 3d"));
    }

    /** A point in time: {@code 2027-01-31T14:00:00Z}, or a day, which means its end (UTC). */
    static Instant point(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    "'" + text + "' is no time; write such as 2027-01-31T14:00:00Z, or a day such as 2027-01-31");
        }
    }
}
