package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.deliver.Catalogue;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.deliver.Remedy;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.salesforce.api.SalesforceException;

/**
 * What Salesforce's errors mean. The component's {@code raw} operation leaves the error array in the message; a status of 0
 * is a call without an answer, unless the connection was refused.
 */
final class SalesforceFailures {

    /** How the component tells the OAuth error of a login that was refused. */
    private static final Pattern LOGIN = Pattern.compile("Login error code:\\[(\\w+)] description:\\[([^\\]]*)]");

    private SalesforceFailures() {}

    /** What a failed call means. */
    static Trouble trouble(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SalesforceException answered && answered.getStatusCode() > 0) {
                return answered(answered.getStatusCode(), failureOf(answered));
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return Trouble.of(Trouble.Kind.OUTAGE, "NOT_REACHED", "Salesforce could not be reached");
            }
            if (cause instanceof Trouble trouble) {
                return trouble;
            }
        }
        return Trouble.of(Trouble.Kind.NO_ANSWER, "NO_ANSWER", "no answer came from Salesforce");
    }

    private static Failure failureOf(SalesforceException answered) {
        String message = String.valueOf(answered.getMessage());
        Matcher login = LOGIN.matcher(message);
        if (login.find()) {
            return new Failure(login.group(1), login.group(2), List.of(), "");
        }
        int start = message.indexOf('[') < 0 ? message.indexOf('{') : message.indexOf('[');
        if (start < 0) {
            return unreadable(answered, message);
        }
        try {
            return failure(Json.read(message.substring(start)), answered.getStatusCode());
        } catch (Trouble unreadable) {
            return unreadable(answered, message);
        }
    }

    /** A page of a proxy, for instance: what it says is evidence, and nothing to be printed. */
    private static Failure unreadable(SalesforceException answered, String message) {
        int status = answered.getStatusCode();
        return new Failure(
                "HTTP_" + status, "answered with status " + status + ", and not in JSON", List.of(), message);
    }

    /** Reads an error object, an array of them, or the OAuth form. */
    static Failure failure(JsonNode errors, int status) {
        JsonNode error = errors.isArray() && !errors.isEmpty() ? errors.get(0) : errors;
        List<String> fields = new ArrayList<>();
        error.path("fields").forEach(field -> fields.add(field.asText()));
        String code = error.path("errorCode")
                .asText(error.path("statusCode").asText(error.path("error").asText("HTTP_" + status)));
        String message =
                error.path("message").asText(error.path("error_description").asText(""));
        return new Failure(code, message, fields, errors.toString());
    }

    private static Trouble answered(int status, Failure failure) {
        return new Trouble(kind(status, failure), failure, Optional.<Duration>empty());
    }

    private static Trouble.Kind kind(int status, Failure failure) {
        String code = failure.code();
        if (code.equals("REQUEST_LIMIT_EXCEEDED") || status == 429) {
            return Trouble.Kind.LIMIT;
        }
        if (status == 401 || code.startsWith("invalid_") || code.equals("INVALID_SESSION_ID")) {
            return Trouble.Kind.LOGIN;
        }
        if (healsByItself(failure) || status >= 500) {
            return Trouble.Kind.OUTAGE;
        }
        if (status == 403 || code.startsWith("INSUFFICIENT_ACCESS")) {
            return Trouble.Kind.PERMISSION;
        }
        return status == 404 ? Trouble.Kind.NOT_FOUND : Trouble.Kind.REFUSED;
    }

    private static boolean healsByItself(Failure failure) {
        return Catalogue.shipped().remedy("salesforce", failure).heals() == Remedy.Heals.BY_ITSELF;
    }

    /** Whether a row says that the lead was converted, and so cannot be changed any more. */
    static boolean isConverted(JsonNode row) {
        return failure(row.path("errors"), 200).code().equals("CANNOT_UPDATE_CONVERTED_LEAD");
    }

    /** What one row of a collections answer means that was not a success. */
    static Delivery delivery(JsonNode row) {
        Failure failure = failure(row.path("errors"), 200);
        return healsByItself(failure)
                ? new Delivery.TryLater(failure, Optional.empty())
                : new Delivery.Refused(failure);
    }
}
