package dev.interlock.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A call that a fault struck: what its caller gets to see. */
record Struck(dev.interlock.sandbox.Fault fault, Supplier<Reply> service) {

    private static final String PAGE = "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>";

    /** A reserved name (RFC 2606): whoever follows there is found out. */
    private static final String ELSEWHERE = "http://elsewhere.invalid/";

    private static final int DRIPS = 8;

    ResponseDefinitionBuilder answer() {
        return switch (fault.kind()) {
            case STATUS -> Answering.definition(refusal());
            case SLOW -> Answering.definition(service.get()).withFixedDelay(fault.delayMillis());
            case DRIP -> Answering.definition(service.get()).withChunkedDribbleDelay(DRIPS, fault.delayMillis());
            case DROP_BEFORE -> dropped();
            case DROP_AFTER_COMMIT -> {
                Reply unused = service.get();
                yield dropped();
            }
            case GARBAGE -> Answering.definition(saying("<html>".getBytes(StandardCharsets.UTF_8)));
            case TORN -> torn();
            case HALF -> Answering.definition(half(service.get()));
            case EMPTY -> Answering.definition(saying(new byte[0]));
            case MISLABELLED -> Answering.definition(labelled(service.get(), "text/plain"));
            case PAGE -> Answering.definition(labelled(Reply.json(200, PAGE), "text/html;charset=UTF-8"));
            case REDIRECT -> Answering.definition(Reply.empty(302).with("Location", ELSEWHERE));
        };
    }

    private Reply refusal() {
        Reply reply = Reply.json(fault.status(), fault.body());
        return fault.retryAfter().isEmpty() ? reply : reply.with("Retry-After", fault.retryAfter());
    }

    private Reply saying(byte[] body) {
        Reply reply = service.get();
        return new Reply(reply.status(), reply.headers(), body);
    }

    /** The server ends the connection when less comes than the length says. */
    private ResponseDefinitionBuilder torn() {
        Reply whole = service.get();
        if (whole.body().length < 2) {
            return dropped();
        }
        return Answering.definition(half(whole).with("Content-Length", String.valueOf(whole.body().length)));
    }

    private static Reply half(Reply whole) {
        return new Reply(whole.status(), whole.headers(), Arrays.copyOf(whole.body(), whole.body().length / 2));
    }

    private static Reply labelled(Reply reply, String type) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.replaceAll((name, value) -> name.equalsIgnoreCase("Content-Type") ? type : value);
        return new Reply(reply.status(), headers, reply.body());
    }

    private static ResponseDefinitionBuilder dropped() {
        return new ResponseDefinitionBuilder().withFault(Fault.EMPTY_RESPONSE);
    }
}
