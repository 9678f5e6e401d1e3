package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;

/** What a batch answers: results, and errors beside them when some rows failed. */
final class BatchAnswer {

    private final int status;
    private final String startedAt;
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    private final Portal portal;

    /**
     * @param status when no row failed; otherwise it is 207
     */
    BatchAnswer(Portal portal, int status) {
        this.portal = portal;
        this.status = status;
        this.startedAt = Stamps.iso(portal.settings().now());
    }

    void add(JsonNode result) {
        results.add(result);
    }

    void fail(JsonNode error) {
        errors.add(error);
    }

    Reply reply() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("status", "COMPLETE");
        node.set("results", results);
        if (!errors.isEmpty()) {
            node.put("numErrors", errors.size());
            node.set("errors", errors);
        }
        node.put("startedAt", startedAt)
                .put("completedAt", Stamps.iso(portal.settings().now()));
        return Reply.json(errors.isEmpty() ? status : 207, node.toString());
    }
}
