package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.deliver.Catalogue;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.deliver.Remedy;
import dev.interlock.hubspot.HubSpotException;
import dev.interlock.hubspot.HubSpotLoginException;
import dev.interlock.hubspot.HubSpotNoAnswerException;
import dev.interlock.hubspot.HubSpotRateLimitException;
import dev.interlock.hubspot.HubSpotUnreachableException;
import dev.interlock.hubspot.HubSpotUnreadableAnswerException;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What HubSpot's errors mean. HubSpot documents no Retry-After for its limits: how long to wait follows from which it is. */
final class HubSpotFailures {

    private HubSpotFailures() {}

    static Trouble trouble(Throwable failed) {
        return switch (failed) {
            case HubSpotRateLimitException limit -> limited(limit);
            case HubSpotLoginException login -> new Trouble(Trouble.Kind.LOGIN, failure(login), Optional.empty());
            case HubSpotUnreadableAnswerException nonsense ->
                new Trouble(Trouble.Kind.NONSENSE, failure(nonsense), Optional.empty());
            case HubSpotException answered -> new Trouble(kind(answered), failure(answered), after(answered));
            case HubSpotUnreachableException away ->
                Trouble.of(Trouble.Kind.OUTAGE, "NOT_REACHED", "HubSpot could not be reached");
            case HubSpotNoAnswerException silent ->
                Trouble.of(Trouble.Kind.NO_ANSWER, "NO_ANSWER", "no answer came from HubSpot");
            default -> Trouble.of(Trouble.Kind.NO_ANSWER, "NO_ANSWER", "no answer came from HubSpot");
        };
    }

    private static Trouble limited(HubSpotRateLimitException limit) {
        Optional<Duration> wait = switch (limit.limit()) {
            // It begins anew at midnight of the portal's time zone, unless somebody buys more before.
            case DAILY -> Optional.empty();
            case TEN_SECONDLY_ROLLING -> Optional.of(Duration.ofSeconds(10));
            case SECONDLY -> Optional.of(Duration.ofSeconds(1));
            case UNKNOWN -> Optional.of(Duration.ofSeconds(10));
        };
        return new Trouble(
                Trouble.Kind.LIMIT, failure(limit), limit.retryAfter().or(() -> wait));
    }

    private static Trouble.Kind kind(HubSpotException answered) {
        int status = answered.status();
        return switch (status) {
            case 401 -> Trouble.Kind.LOGIN;
            case 403 -> Trouble.Kind.PERMISSION;
            case 404 -> Trouble.Kind.NOT_FOUND;
            case 423, 477, 429 -> Trouble.Kind.LIMIT;
            default -> status >= 500 ? Trouble.Kind.OUTAGE : Trouble.Kind.REFUSED;
        };
    }

    /** 423 is a lock after mass writes; it lasts two seconds. */
    private static Optional<Duration> after(HubSpotException answered) {
        return answered.status() == 423 ? Optional.of(Duration.ofSeconds(2)) : answered.retryAfter();
    }

    private static Failure failure(HubSpotException answered) {
        List<String> columns = new ArrayList<>();
        for (JsonNode error : answered.errors()) {
            columns.addAll(columns(error));
        }
        String code = answered.category().or(answered::policyName).orElse("HTTP_" + answered.status());
        String detail = answered.detail().orElseGet(() -> String.valueOf(answered.getMessage()));
        String response = answered.errors().isEmpty() ? "" : answered.errors().toString();
        return new Failure(code, detail + scopes(answered), columns, response);
    }

    /** HubSpot's sentence says that scopes are missing; which they are stands beside it. */
    private static String scopes(HubSpotException answered) {
        List<String> missing = new ArrayList<>();
        for (JsonNode error : answered.errors()) {
            error.path("context").path("requiredGranularScopes").forEach(scope -> missing.add(scope.asText()));
        }
        return missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing);
    }

    /** What one error of a batch answer means for its record. */
    static Delivery delivery(JsonNode error) {
        String code = error.path("category").asText("UNKNOWN");
        Failure failure = new Failure(code, error.path("message").asText(""), columns(error), error.toString());
        return Catalogue.shipped().remedy("hubspot", failure).heals() == Remedy.Heals.BY_ITSELF
                ? new Delivery.TryLater(failure, Optional.empty())
                : new Delivery.Refused(failure);
    }

    private static List<String> columns(JsonNode error) {
        List<String> columns = new ArrayList<>();
        JsonNode names = error.path("context").path("propertyName");
        (names.isArray() ? names : List.of(names)).forEach(name -> {
            if (!name.asText("").isEmpty()) {
                columns.add(name.asText());
            }
        });
        return columns;
    }
}
