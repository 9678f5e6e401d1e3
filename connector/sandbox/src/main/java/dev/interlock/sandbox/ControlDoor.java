package dev.interlock.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * The way in for a test, at {@code /_sandbox}: what a human user does, what shall go wrong next, what was called, what is
 * stored.
 *
 * <ul>
 *   <li>{@code GET calls}: {@code {"total": n, "byCall": {...}}}; {@code DELETE calls} starts again at none
 *   <li>{@code GET state}, {@code DELETE state} (forget every record)
 *   <li>{@code POST fail}: {@code {"kind","times","status","body","delayMillis","method","path","retryAfter"}}; {@code
 *       DELETE fail} takes back what has not struck yet
 *   <li>{@code POST <action>}: {@link Service#act}
 * </ul>
 */
final class ControlDoor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final Faults faults;
    private final CallCount count;

    ControlDoor(Service service, Faults faults, CallCount count) {
        this.service = service;
        this.faults = faults;
        this.count = count;
    }

    Reply answer(Call call) {
        String action = call.path().replaceFirst("^/_sandbox/?", "");
        try {
            return Reply.json(200, answer(call, action).toString());
        } catch (IllegalArgumentException | JsonProcessingException refused) {
            ObjectNode why = JSON.createObjectNode().put("error", String.valueOf(refused.getMessage()));
            return Reply.json(400, why.toString());
        }
    }

    private JsonNode answer(Call call, String action) throws JsonProcessingException {
        return switch (call.method() + " " + action) {
            case "GET calls" -> calls();
            case "DELETE calls" -> done(count::clear);
            case "GET state" -> service.dump();
            case "DELETE state" -> done(service::reset);
            case "POST fail" -> fail(JSON.readTree(call.text()));
            case "DELETE fail" -> done(faults::clear);
            default -> {
                if (!call.method().equals("POST") || action.isEmpty()) {
                    throw new IllegalArgumentException("no such door: " + call.method() + " /_sandbox/" + action);
                }
                yield service.act(action, JSON.readTree(call.text().isBlank() ? "{}" : call.text()));
            }
        };
    }

    private JsonNode calls() {
        ObjectNode node = JSON.createObjectNode().put("total", count.total());
        node.set("byCall", JSON.valueToTree(count.byCall()));
        return node;
    }

    private JsonNode fail(JsonNode asked) {
        Fault fault = new Fault(
                Fault.Kind.valueOf(asked.path("kind").asText("STATUS").toUpperCase(Locale.ROOT)),
                asked.path("status").asInt(500),
                asked.path("body").asText("{}"),
                asked.path("delayMillis").asInt(0),
                asked.path("method").asText(""),
                asked.path("path").asText(""),
                asked.path("retryAfter").asText(""));
        faults.add(fault, asked.path("times").asInt(1));
        return JSON.createObjectNode().put("waiting", faults.size());
    }

    private static JsonNode done(Runnable action) {
        action.run();
        return JsonNodeFactory.instance.objectNode().put("done", true);
    }
}
