package dev.interlock.hubspot;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How far the consumer has read: a window, and within it the last record if the window is not read to its end. As a
 * text: {@code from/to} or {@code from/to/id}.
 */
record ReadingPosition(Instant from, Instant to, Optional<String> afterId) {

    static ReadingPosition parse(String key, String text) {
        String[] parts = text.split("/", 3);
        try {
            if (parts.length >= 2) {
                Optional<String> id = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
                return new ReadingPosition(Instant.parse(parts[0]), Instant.parse(parts[1]), id);
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one message below: which part was wrong does not matter.
        }
        throw new IllegalStateException("The position stored as '" + key + "' cannot be read: '" + text
                + "'. It should look like 2026-01-31T00:00:00Z/2026-02-01T00:00:00Z. Correct or remove it.");
    }

    @Override
    public String toString() {
        return from + "/" + to + afterId.map(id -> "/" + id).orElse("");
    }
}
