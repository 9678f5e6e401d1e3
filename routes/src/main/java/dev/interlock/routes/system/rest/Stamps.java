package dev.interlock.routes.system.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a service writes a point in time.
 *
 * @param form {@code iso}, {@code iso-seconds}, {@code epoch-millis}, {@code epoch-seconds}, or a pattern in UTC
 */
record Stamps(String form) {

    /** A stamp without a zone is in UTC, because a service that means anything else has to say so. */
    Optional<Instant> read(String text) {
        try {
            return switch (form) {
                case "epoch-millis" -> Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
                case "epoch-seconds" -> Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
                case "iso", "iso-seconds" -> Optional.of(iso(text));
                default ->
                    Optional.of(LocalDateTime.parse(text, DateTimeFormatter.ofPattern(form))
                            .toInstant(ZoneOffset.UTC));
            };
        } catch (DateTimeException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private static Instant iso(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException zoneless) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
    }

    String write(Instant instant) {
        return switch (form) {
            case "epoch-millis" -> Long.toString(instant.toEpochMilli());
            case "epoch-seconds" -> Long.toString(instant.getEpochSecond());
            case "iso" -> instant.toString();
            case "iso-seconds" -> instant.truncatedTo(ChronoUnit.SECONDS).toString();
            default ->
                DateTimeFormatter.ofPattern(form).withZone(ZoneOffset.UTC).format(instant);
        };
    }

    /** The earliest instant that is written in the same way, less one step: what comes strictly after it includes it. */
    Instant before(Instant instant) {
        ChronoUnit step = form.equals("epoch-millis") || form.equals("iso") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
        return instant.truncatedTo(step).minus(1, step);
    }

    /** Whether a pattern can be used. */
    static boolean isKnown(String form) {
        if (form.matches("iso|iso-seconds|epoch-millis|epoch-seconds")) {
            return true;
        }
        try {
            Stamps stamps = new Stamps(form);
            return stamps.read(stamps.write(Instant.EPOCH)).isPresent();
        } catch (IllegalArgumentException | DateTimeException broken) {
            return false;
        }
    }
}
