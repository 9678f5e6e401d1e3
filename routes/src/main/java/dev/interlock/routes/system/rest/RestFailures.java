package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.deliver.Failure;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a REST service's errors mean, as far as its description tells. */
final class RestFailures {

    private RestFailures() {}

    /** A call that brought no answer: if the connection was never made, nothing was done. */
    static Trouble unanswered(SystemId system, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return Trouble.of(Trouble.Kind.OUTAGE, "NOT_REACHED", system + " could not be reached");
            }
        }
        return Trouble.of(Trouble.Kind.NO_ANSWER, "NO_ANSWER", "no answer came from " + system);
    }

    /** Reads an answer; what stands in a refusal need not be JSON. */
    static JsonNode read(int status, InputStream stream) {
        try {
            return Json.read(stream);
        } catch (Trouble unreadable) {
            if (status < 300) {
                throw unreadable;
            }
            return Json.object();
        }
    }

    static Trouble refused(
            RestDescription description,
            int status,
            JsonNode body,
            @org.jspecify.annotations.Nullable String retryAfter) {
        String code = Json.at(body, description.errorCode()).asText("HTTP_" + status);
        String message = Json.at(body, description.errorMessage()).asText("answered with status " + status);
        Failure failure = new Failure(code, message, List.of(), body.toString());
        return new Trouble(kind(description, status), failure, seconds(retryAfter));
    }

    private static Trouble.Kind kind(RestDescription description, int status) {
        if (description.throttled().contains(status)) {
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

    private static Optional<Duration> seconds(@org.jspecify.annotations.Nullable String retryAfter) {
        return retryAfter != null && retryAfter.strip().matches("\\d{1,7}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())))
                : Optional.empty();
    }
}
