package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;

/** {@code composite}: up to 25 requests in one call, which may use the answers of those before. */
final class CompositeResource {

    private static final int MOST_REQUESTS = 25;
    private static final int MOST_QUERIES = 5;

    private final Org org;
    private final Resources resources;

    CompositeResource(Org org, Resources resources) {
        this.org = org;
        this.resources = resources;
    }

    Reply answer(Ask ask) {
        if (ask.path().size() > 1) {
            throw Refusal.notFound();
        }
        if (!ask.method().equals("POST")) {
            throw Refusal.methodNotAllowed(ask.method());
        }
        ObjectNode body = Json.body(ask.call().text());
        JsonNode requests = body.path("compositeRequest");
        check(requests);
        int start = org.journal().mark();
        References references = new References();
        ArrayNode answers = Json.array();
        boolean failed = false;
        for (JsonNode request : requests) {
            ObjectNode answer = new Subrequest(resources, org, ask).run(request, references);
            references.keep(request.path("referenceId").asText(), answer);
            answers.add(answer);
            failed |= answer.path("httpStatusCode").asInt() >= 400;
        }
        if (failed && body.path("allOrNone").asBoolean(false)) {
            org.journal().rollBackTo(start);
            answers.forEach(CompositeResource::halt);
        }
        ObjectNode composite = Json.object();
        composite.set("compositeResponse", answers);
        return Json.reply(200, composite);
    }

    private static void check(JsonNode requests) {
        if (!requests.isArray() || requests.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", "compositeRequest is required");
        }
        if (requests.size() > MOST_REQUESTS) {
            throw Refusal.of("LIMIT_EXCEEDED", "Maximum number of composite subrequests is " + MOST_REQUESTS);
        }
        int queries = 0;
        for (JsonNode request : requests) {
            if (!request.path("referenceId").asText("").matches("\\w+")) {
                throw Refusal.of(
                        "INVALID_INPUT", "Each subrequest needs a referenceId of letters, numbers and underscores");
            }
            queries += request.path("url").asText().matches(".*/v\\d+\\.\\d/(query|queryAll|composite/sobjects).*")
                    ? 1
                    : 0;
        }
        if (queries > MOST_QUERIES) {
            throw Refusal.of(
                    "LIMIT_EXCEEDED",
                    "Maximum number of queries and collections among composite subrequests is " + MOST_QUERIES);
        }
    }

    /** With all-or-none, what had gone well is undone and says so. */
    private static void halt(JsonNode answer) {
        if (answer instanceof ObjectNode object && object.path("httpStatusCode").asInt() < 400) {
            ArrayNode why = Json.array();
            why.addObject()
                    .put("errorCode", "PROCESSING_HALTED")
                    .put(
                            "message",
                            "The transaction was rolled back since another operation in the same transaction failed.");
            object.set("body", why);
            object.putObject("httpHeaders");
            object.put("httpStatusCode", 400);
        }
    }

    /** A place in a tree, by {@code field.inner[0].field}. */
    static JsonNode at(JsonNode tree, String path) {
        JsonNode here = tree;
        for (String part : path.split("[.\\[\\]]+", -1)) {
            if (!part.isEmpty()) {
                here = part.matches("\\d+") ? here.path(Integer.parseInt(part)) : here.path(part);
            }
        }
        return here.isMissingNode() ? MissingNode.getInstance() : here;
    }
}
