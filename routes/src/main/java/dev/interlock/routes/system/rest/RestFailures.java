package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.deliver.Failure;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What a REST service's answers and errors mean, as far as its description tells. */
record RestFailures(SystemId system, RestDescription description, InstantSource clock) {

    /** A call that brought no answer: if the connection was never made, nothing was done. */
    static Trouble unanswered(SystemId system, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return Trouble.of(Trouble.Kind.OUTAGE, "NOT_REACHED", system + " could not be reached");
            }
        }
        return Trouble.of(Trouble.Kind.NO_ANSWER, "NO_ANSWER", "no answer came from " + system);
    }

    /**
     * The JSON of an answer that did what was asked.
     *
     * @throws Trouble if it did not
     * @throws Outpaced if the record has changed since it was read
     */
    JsonNode judged(Wire.Reply reply, Optional<Writing.Version> version) {
        boolean refused = reply.status() >= 300;
        JsonNode body = refused ? leniently(reply) : Json.read(reply.text());
        // An answer without a body holds no error inside: the status alone tells.
        boolean succeeded = body.isMissingNode()
                || description.success().map(success -> success.holds(body)).orElse(true);
        if (!refused && succeeded) {
            return body;
        }
        String code = Json.at(body, description.errorCode()).asText("HTTP_" + reply.status());
        if (version.map(some -> refused && some.statuses().contains(reply.status())
                        || some.codes().contains(code))
                .orElse(false)) {
            throw new Outpaced(code);
        }
        String message = Json.at(body, description.errorMessage())
                .asText(refused ? "answered with status " + reply.status() : "answered that it did not succeed");
        Failure failure = new Failure(code, message, List.of(), body.toString());
        Trouble.Kind kind = kind(reply.status(), code);
        throw new Trouble(kind, failure, kind == Trouble.Kind.LIMIT ? pause(reply) : asked(reply));
    }

    /** What stands in a refusal need not be JSON. */
    private static JsonNode leniently(Wire.Reply reply) {
        try {
            return Json.read(reply.text());
        } catch (Trouble unreadable) {
            return Json.object();
        }
    }

    private Trouble.Kind kind(int status, String code) {
        RestDescription.Throttle throttle = description.throttle();
        if (throttle.statuses().contains(status) || throttle.codes().contains(code)) {
            return Trouble.Kind.LIMIT;
        }
        return switch (status) {
            case 401 -> Trouble.Kind.LOGIN;
            case 403 -> Trouble.Kind.PERMISSION;
            case 404, 410 -> Trouble.Kind.NOT_FOUND;
            case 408, 423 -> Trouble.Kind.OUTAGE;
            default -> status >= 500 ? Trouble.Kind.OUTAGE : Trouble.Kind.REFUSED;
        };
    }

    private Optional<Duration> pause(Wire.Reply reply) {
        return asked(reply).or(() -> description.throttle().pause());
    }

    /** How long the service asked to be left alone: seconds or a date (RFC 9110, section 10.2.3). */
    private Optional<Duration> asked(Wire.Reply reply) {
        return reply.header("Retry-After").map(String::strip).flatMap(this::wait);
    }

    private Optional<Duration> wait(String text) {
        if (text.matches("\\d{1,7}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            Duration left = Duration.between(clock.instant(), until);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
