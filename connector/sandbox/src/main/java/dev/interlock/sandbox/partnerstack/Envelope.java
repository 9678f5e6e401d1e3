package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;

/** What PartnerStack wraps around every answer: data, message and status. */
final class Envelope {

    private Envelope() {}

    static Reply of(JsonNode data, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return Reply.json(200, body.put("message", message).put("status", 200).toString());
    }

    static Reply message(int status, String message) {
        return Reply.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", message)
                        .put("status", status)
                        .toString());
    }
}
