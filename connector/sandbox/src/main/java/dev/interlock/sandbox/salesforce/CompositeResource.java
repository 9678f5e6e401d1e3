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
    private static final int MOST_GRAPHS = 75;
    private static final int MOST_NODES = 500;

    private final Org org;
    private final Resources resources;

    CompositeResource(Org org, Resources resources) {
        this.org = org;
        this.resources = resources;
    }

    Reply answer(Ask ask) {
        if (ask.path().size() > 1) {
            return below(ask);
        }
        if (!ask.method().equals("POST")) {
            throw Refusal.methodNotAllowed(ask.method());
        }
        ObjectNode body = Json.body(ask.call().text());
        JsonNode requests = body.path("compositeRequest");
        check(requests, MOST_REQUESTS);
        ObjectNode composite = Json.object();
        Bond bond = body.path("allOrNone").asBoolean(false) ? Bond.ALL_OR_NONE : Bond.EACH_BY_ITSELF;
        composite.set("compositeResponse", run(ask, requests, bond).answers());
        return Json.reply(200, composite);
    }

    private Reply below(Ask ask) {
        return switch (ask.method() + " " + ask.part(1)) {
            case "POST graph" -> graphs(ask);
            case "POST batch" -> new CompositeBatch(org, resources).answer(ask);
            case "POST tree" -> new RecordTree(org).answer(ask);
            case "GET graph", "GET batch", "GET tree" -> throw Refusal.methodNotAllowed(ask.method());
            default -> throw Refusal.notFound();
        };
    }

    /** Whether requests stand and fall together. */
    private enum Bond {
        ALL_OR_NONE,
        EACH_BY_ITSELF
    }

    /** What requests were answered with, and whether one of them failed. */
    private record Run(ArrayNode answers, boolean failed) {}

    private Run run(Ask ask, JsonNode requests, Bond bond) {
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
        if (failed && bond == Bond.ALL_OR_NONE) {
            org.journal().rollBackTo(start);
            answers.forEach(CompositeResource::halt);
        }
        return new Run(answers, failed);
    }

    /** Up to 75 graphs with 500 requests in all; each graph is done as a whole or not at all (resources_composite_graph). */
    private Reply graphs(Ask ask) {
        JsonNode graphs = Json.body(ask.call().text()).path("graphs");
        if (!graphs.isArray() || graphs.isEmpty() || graphs.size() > MOST_GRAPHS) {
            throw Refusal.of("INVALID_INPUT", "graphs must be a list of 1 to " + MOST_GRAPHS);
        }
        int nodes = 0;
        for (JsonNode graph : graphs) {
            if (graph.path("graphId").asText("").isEmpty()) {
                throw Refusal.of("INVALID_INPUT", "Each graph needs a graphId");
            }
            check(graph.path("compositeRequest"), MOST_NODES);
            nodes += graph.path("compositeRequest").size();
        }
        if (nodes > MOST_NODES) {
            throw Refusal.of("LIMIT_EXCEEDED", "Maximum number of nodes in a graph request is " + MOST_NODES);
        }
        ObjectNode answer = Json.object();
        ArrayNode answers = answer.putArray("graphs");
        for (JsonNode graph : graphs) {
            Run run = run(ask, graph.path("compositeRequest"), Bond.ALL_OR_NONE);
            ObjectNode each =
                    answers.addObject().put("graphId", graph.path("graphId").asText());
            each.putObject("graphResponse").set("compositeResponse", run.answers());
            each.put("isSuccessful", !run.failed());
        }
        return Json.reply(200, answer);
    }

    private static void check(JsonNode requests, int most) {
        if (!requests.isArray() || requests.isEmpty()) {
            throw Refusal.of("MISSING_ARGUMENT", "compositeRequest is required");
        }
        if (requests.size() > most) {
            throw Refusal.of("LIMIT_EXCEEDED", "Maximum number of composite subrequests is " + most);
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
        if (queries > MOST_QUERIES && most == MOST_REQUESTS) {
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
