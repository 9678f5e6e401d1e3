package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Gives every answer to a batch one form, whichever way HubSpot reported the rows that failed.
 *
 * <p>v3 answers 207 with {@code errors} and {@code numErrors}; dated versions declare no 207 and fold both into the
 * ordinary answer; an archive answers 204 with nothing at all; the errors' own parts come and go.
 */
final class MultiStatus {

    private MultiStatus() {}

    /** Always has {@code results}, {@code errors} and {@code numErrors}; what else was there is kept. */
    static JsonNode uniform(Optional<JsonNode> answer) {
        ObjectNode batch = answer.filter(JsonNode::isObject)
                .map(node -> (ObjectNode) node.deepCopy())
                .orElseGet(Json.MAPPER::createObjectNode);
        array(batch, "results");
        ArrayNode errors = array(batch, "errors");
        errors.forEach(error -> {
            if (error instanceof ObjectNode row) {
                complete(row);
            }
        });
        batch.put("numErrors", Math.max(errors.size(), batch.path("numErrors").asInt(0)));
        return batch;
    }

    private static void complete(ObjectNode error) {
        array(error, "errors");
        if (!error.path("context").isObject()) {
            error.putObject("context");
        }
        // The specification declares an object, live answers carry a text.
        JsonNode subCategory = error.path("subCategory");
        if (subCategory.isContainerNode()) {
            error.put("subCategory", subCategory.toString());
        }
    }

    private static ArrayNode array(ObjectNode node, String field) {
        return node.path(field) instanceof ArrayNode present ? present : node.putArray(field);
    }
}
