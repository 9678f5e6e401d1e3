package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request inside a composite call. */
final class Subrequest {

    private final Resources resources;
    private final Org org;
    private final Ask outer;

    Subrequest(Resources resources, Org org, Ask outer) {
        this.resources = resources;
        this.org = org;
        this.outer = outer;
    }

    ObjectNode run(JsonNode request, References references) {
        int mark = org.journal().mark();
        ObjectNode answer = Json.object();
        try {
            Ask ask = ask(request, references);
            Reply reply = resources.answer(ask);
            answer.set("body", reply.body().length == 0 ? Json.tree(null) : Json.parsed(reply));
            ObjectNode headers = answer.putObject("httpHeaders");
            if (reply.status() == 201) {
                headers.put(
                        "Location",
                        ask.call().path() + "/" + answer.path("body").path("id").asText());
            }
            answer.put("httpStatusCode", reply.status());
        } catch (Refusal refusal) {
            org.journal().rollBackTo(mark);
            answer.set("body", Json.errors(refusal.problems(), "errorCode"));
            answer.putObject("httpHeaders");
            answer.put("httpStatusCode", refusal.status());
        }
        answer.put("referenceId", request.path("referenceId").asText());
        return answer;
    }

    private Ask ask(JsonNode request, References references) {
        String url = references.filled(request.path("url").asText());
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        if (!path.startsWith(outer.root() + "/") || path.startsWith(outer.root() + "/composite/batch")) {
            throw Refusal.notFound();
        }
        String body =
                request.has("body") ? references.filled(request.path("body")).toString() : "";
        Map<String, String> headers = new LinkedHashMap<>();
        request.path("httpHeaders")
                .properties()
                .forEach(each -> headers.put(
                        ObjectType.lower(each.getKey()), each.getValue().asText()));
        Call call = new Call(
                request.path("method").asText(),
                path.replace(" ", "%20"),
                query(mark < 0 ? "" : url.substring(mark + 1)),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
        return Ask.of(call, outer.root(), outer.author());
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.computeIfAbsent(decoded(pair.substring(0, equals)), any -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
