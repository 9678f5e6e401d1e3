package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an answer says about why a call failed. Missing texts are empty.
 *
 * @param detail HubSpot's own sentence, which may quote values of the record
 */
record ErrorReport(
        String operation,
        int status,
        String category,
        String subCategory,
        String policyName,
        String correlationId,
        String detail,
        List<JsonNode> errors,
        Optional<Duration> retryAfter,
        String contentType,
        HttpHeaders headers) {

    ErrorReport {
        errors = List.copyOf(errors);
    }

    static ErrorReport of(String operation, Answer answer) {
        JsonNode json = Json.parse(answer.text()).orElse(Json.MAPPER.missingNode());
        List<JsonNode> errors = new ArrayList<>();
        json.path("errors").forEach(errors::add);
        String correlationId = json.path("correlationId")
                .asText(answer.headers().firstValue("X-HubSpot-Correlation-Id").orElse(""));
        return new ErrorReport(
                operation,
                answer.status(),
                json.path("category").asText(""),
                json.path("subCategory").asText(""),
                json.path("policyName").asText(""),
                correlationId,
                json.path("message").asText(""),
                errors,
                retryAfter(answer.headers()),
                json.isObject() ? "" : answer.contentType(),
                answer.headers());
    }

    /** HubSpot states seconds, and only with status 477; the other form HTTP allows, a date, is not read. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** A sentence for logs: it names codes and ids, and nothing a record may contain. */
    String sentence() {
        TreeSet<String> words = new TreeSet<>();
        errors.forEach(error -> words.add(error.path("code").asText("")));
        words.add(category);
        words.add(subCategory);
        words.add(policyName);
        words.remove("");
        StringBuilder sentence = new StringBuilder("HubSpot answered " + status + " to " + operation);
        if (!words.isEmpty()) {
            sentence.append(": ").append(String.join(", ", words));
        }
        if (!contentType.isEmpty()) {
            sentence.append("; the answer was not JSON but ").append(contentType);
        }
        if (!correlationId.isEmpty()) {
            sentence.append(" (correlation id ").append(correlationId).append(")");
        }
        return sentence.toString();
    }
}
