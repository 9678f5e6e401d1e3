package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** A successful answer that has been read. Answers to batches always carry results, errors and numErrors. */
record Reply(int status, HttpHeaders headers, Optional<JsonNode> json, String text) {

    /**
     * Reads an answer.
     *
     * @throws CompletionException around a {@link HubSpotException} if HubSpot refused, or did not answer in JSON
     */
    static Reply read(HubSpotOperation operation, Answer answer) {
        if (!answer.isSuccess()) {
            throw new CompletionException(refusal(ErrorReport.of(operation.toString(), answer)));
        }
        Optional<JsonNode> json = Json.parse(answer.text());
        boolean fits = json.isEmpty() ? answer.text().isBlank() : json.get().isObject();
        if (!fits || (json.isEmpty() && answer.status() != 204)) {
            throw new CompletionException(
                    new HubSpotUnreadableAnswerException(ErrorReport.of(operation.toString(), answer)));
        }
        Optional<JsonNode> uniform = operation.isBatch() ? Optional.of(MultiStatus.uniform(json)) : json;
        return new Reply(answer.status(), answer.headers(), uniform, answer.text());
    }

    private static HubSpotException refusal(ErrorReport report) {
        return report.status() == 429 ? new HubSpotRateLimitException(report) : new HubSpotException(report);
    }

    /** The cursor of the next page, by paging.next.after. */
    Optional<String> nextAfter() {
        return json.map(page -> page.path("paging").path("next").path("after").asText(""))
                .filter(cursor -> !cursor.isEmpty());
    }
}
