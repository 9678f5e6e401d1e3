package dev.interlock.hubspot;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Copies what an answer's HTTP headers say to the message, and removes what an earlier answer said. */
final class AnswerHeaders {

    private static final Map<String, String> NUMBERS = Map.of(
            "X-HubSpot-RateLimit-Daily", HubSpotConstants.DAILY_LIMIT,
            "X-HubSpot-RateLimit-Daily-Remaining", HubSpotConstants.DAILY_REMAINING,
            "X-HubSpot-RateLimit-Interval-Milliseconds", HubSpotConstants.INTERVAL_MILLISECONDS,
            "X-HubSpot-RateLimit-Max", HubSpotConstants.INTERVAL_MAX,
            "X-HubSpot-RateLimit-Remaining", HubSpotConstants.INTERVAL_REMAINING);

    private AnswerHeaders() {}

    static void copy(int status, HttpHeaders from, Message to) {
        clear(to);
        to.setHeader(HubSpotConstants.STATUS, status);
        to.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        NUMBERS.forEach((name, header) -> from.firstValue(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .ifPresent(text -> to.setHeader(header, Long.valueOf(text))));
        from.firstValue("Date")
                .flatMap(AnswerHeaders::time)
                .ifPresent(time -> to.setHeader(HubSpotConstants.SERVER_TIME, time));
        from.firstValue("X-HubSpot-Correlation-Id").ifPresent(id -> to.setHeader(HubSpotConstants.CORRELATION_ID, id));
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static void clear(Message message) {
        NUMBERS.values().forEach(message::removeHeader);
        message.removeHeader(HubSpotConstants.SERVER_TIME);
        message.removeHeader(HubSpotConstants.STATUS);
        message.removeHeader(HubSpotConstants.NEXT_AFTER);
        message.removeHeader(HubSpotConstants.CORRELATION_ID);
        message.removeHeader(Exchange.HTTP_RESPONSE_CODE);
    }
}
