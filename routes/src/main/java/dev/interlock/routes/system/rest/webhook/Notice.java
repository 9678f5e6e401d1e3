package dev.interlock.routes.system.rest.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A webhook call as it arrived.
 *
 * @param body byte by byte, because that is what is signed
 * @param headers under their names in small letters
 */
public record Notice(byte[] body, Map<String, String> headers) {

    public Notice {
        body = body.clone();
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (one, other) -> one));
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** A header, whatever the size of its letters; empty if it is missing or blank. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Without what it says, because that may be about people. */
    @Override
    public String toString() {
        return "a notice of " + body.length + " bytes";
    }
}
