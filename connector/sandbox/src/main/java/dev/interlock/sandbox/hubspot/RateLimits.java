package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/**
 * How often one may call: so many in ten rolling seconds, fewer of the associations API, so many searches a second,
 * so many a day of the account.
 *
 * <p>Source: HubSpot usage details. Searches are not part of the ten seconds and carry no rate headers; a refused call
 * does not count.
 */
final class RateLimits {

    private static final long BURST_MILLIS = 10_000;
    private static final long SEARCH_MILLIS = 1_000;

    private final Settings settings;
    private final Deque<Long> burst = new ArrayDeque<>();
    private final Deque<Long> searches = new ArrayDeque<>();
    private final Deque<Long> associations = new ArrayDeque<>();
    private LocalDate day = LocalDate.EPOCH;
    private long today;

    RateLimits(Settings settings) {
        this.settings = settings;
    }

    /** Counts the call; an answer if it is one too many. */
    Optional<Reply> admit(Request request) {
        boolean search = request.isSearch();
        boolean association = request.isAssociation();
        long now = settings.now();
        startDay(now);
        forget(burst, now - BURST_MILLIS);
        forget(associations, now - BURST_MILLIS);
        forget(searches, now - SEARCH_MILLIS);
        if (today >= settings.dailyLimit()) {
            return Optional.of(refusal("You have reached your daily limit.", "DAILY"));
        }
        if (search && searches.size() >= settings.searchLimit()) {
            return Optional.of(refusal("You have reached your secondly limit.", "SECONDLY"));
        }
        boolean full = association && associations.size() >= settings.associationLimit();
        if (full || (!search && burst.size() >= settings.burstLimit())) {
            return Optional.of(
                    headed(refusal("You have reached your ten_secondly_rolling limit.", "TEN_SECONDLY_ROLLING")));
        }
        today++;
        if (association) {
            associations.addLast(now);
        }
        (search ? searches : burst).addLast(now);
        return Optional.empty();
    }

    private void startDay(long now) {
        LocalDate current = Instant.ofEpochMilli(now).atZone(settings.zone()).toLocalDate();
        if (!current.equals(day)) {
            day = current;
            today = 0;
        }
    }

    private static void forget(Deque<Long> calls, long until) {
        while (!calls.isEmpty() && calls.peekFirst() <= until) {
            calls.removeFirst();
        }
    }

    private static Reply refusal(String message, String policy) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("status", "error")
                .put("message", message)
                .put("errorType", "RATE_LIMIT")
                .put("correlationId", UUID.randomUUID().toString())
                .put("policyName", policy)
                .put("requestId", UUID.randomUUID().toString());
        return Reply.json(429, body.toString());
    }

    Reply headed(Reply reply) {
        return reply.with("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(BURST_MILLIS))
                .with("X-HubSpot-RateLimit-Max", Integer.toString(settings.burstLimit()))
                .with(
                        "X-HubSpot-RateLimit-Remaining",
                        Integer.toString(Math.max(0, settings.burstLimit() - burst.size())));
    }

    /** The daily headers, which calls with an OAuth token do not get. */
    Reply daily(Reply reply) {
        return reply.with("X-HubSpot-RateLimit-Daily", Long.toString(settings.dailyLimit()))
                .with("X-HubSpot-RateLimit-Daily-Remaining", Long.toString(Math.max(0, settings.dailyLimit() - today)));
    }
}
