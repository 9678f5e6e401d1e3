package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;

/** {@code composite/batch}: up to 25 requests that know nothing of each other (resources_composite_batch). */
final class CompositeBatch {

    private static final int MOST_REQUESTS = 25;

    private final Org org;
    private final Resources resources;

    CompositeBatch(Org org, Resources resources) {
        this.org = org;
        this.resources = resources;
    }

    Reply answer(Ask ask) {
        ObjectNode body = Json.body(ask.call().text());
        JsonNode requests = body.path("batchRequests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", "batchRequests is required");
        }
        if (requests.size() > MOST_REQUESTS) {
            throw Refusal.of("LIMIT_EXCEEDED", "Maximum number of batch subrequests is " + MOST_REQUESTS);
        }
        boolean failed = false;
        ArrayNode results = Json.array();
        for (JsonNode request : requests) {
            ObjectNode result = failed && body.path("haltOnError").asBoolean(false) ? halted() : run(ask, request);
            failed |= result.path("statusCode").asInt() >= 400;
            results.add(result);
        }
        ObjectNode answer = Json.object().put("hasErrors", failed);
        answer.set("results", results);
        return Json.reply(200, answer);
    }

    private ObjectNode run(Ask ask, JsonNode request) {
        String url = request.path("url").asText().replaceFirst("^/?(services/data/)?", "/services/data/");
        ObjectNode single = Json.object();
        single.put("method", request.path("method").asText());
        single.put("url", url);
        single.put("referenceId", "single");
        if (request.has("richInput")) {
            single.set("body", request.path("richInput"));
        }
        ObjectNode answer = new Subrequest(resources, org, ask).run(single, new References());
        ObjectNode result =
                Json.object().put("statusCode", answer.path("httpStatusCode").asInt());
        result.set("result", answer.path("body"));
        return result;
    }

    private static ObjectNode halted() {
        ObjectNode result = Json.object().put("statusCode", 412);
        result.putArray("result")
                .addObject()
                .put("errorCode", "BATCH_PROCESSING_HALTED")
                .put("message", "Batch processing halted per request");
        return result;
    }
}
