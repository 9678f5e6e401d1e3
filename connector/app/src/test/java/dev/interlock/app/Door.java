package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The control door of one sandbox, over HTTP: where a test plays a person, sets a fault, and looks inside. */
record Door(String system, String url) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Does what a person or an administrator does. */
    JsonNode act(String action, Map<String, ?> asked) {
        return call("POST", action, asked);
    }

    /** An administrator adds a field to an object, or changes what it is. */
    void declares(String object, Map<String, ?> field) {
        act("declare", Map.of("object", object, "fields", List.of(field)));
    }

    /** The next calls that fit go wrong: {@code kind}, {@code times}, {@code method}, {@code path} and so on. */
    void fails(Map<String, ?> how) {
        call("POST", "fail", how);
    }

    /** How many of the faults that were set have not struck yet. */
    long faultsLeft() {
        return call("POST", "fail", Map.of("kind", "SLOW", "times", 0))
                .path("waiting")
                .asLong();
    }

    /** Faults that have not struck yet never will. */
    void mends() {
        call("DELETE", "fail", Map.of());
    }

    void forgetEverything() {
        call("DELETE", "state", Map.of());
        call("DELETE", "fail", Map.of());
        call("DELETE", "calls", Map.of());
    }

    void forgetCalls() {
        call("DELETE", "calls", Map.of());
    }

    long calls() {
        return call("GET", "calls", Map.of()).path("total").asLong();
    }

    /** How many calls had a path with this end, ids taken out. */
    long calls(String end) {
        return call("GET", "calls", Map.of()).path("byCall").properties().stream()
                .filter(call -> call.getKey().endsWith(end))
                .mapToLong(call -> call.getValue().asLong())
                .sum();
    }

    /** Calls of the methods that change records, without searches and look-ups. */
    List<String> writingCalls() {
        List<String> writing = new ArrayList<>();
        call("GET", "calls", Map.of()).path("byCall").properties().forEach(call -> {
            String name = call.getKey();
            boolean asks = name.startsWith("GET ")
                    || name.endsWith("/search")
                    || name.endsWith("/batch/read")
                    || name.endsWith("/token");
            if (!asks) {
                writing.add(name);
            }
        });
        return writing;
    }

    /** The living records of an object. */
    List<JsonNode> records(String object) {
        List<JsonNode> living = new ArrayList<>();
        for (JsonNode record : call("GET", "state", Map.of()).path(object)) {
            if (!record.path("archived").asBoolean(false)
                    && !record.path("IsDeleted").asBoolean(false)) {
                living.add(record);
            }
        }
        return living;
    }

    /** Ids that a record is associated with; under a label, or under any when it is blank. */
    List<String> associated(String object, String id, String toObject, String label) {
        List<String> ids = new ArrayList<>();
        records(object).stream()
                .filter(record -> idOf(record).equals(id))
                .forEach(record -> record.path("associations")
                        .path(toObject)
                        .properties()
                        .forEach(end -> {
                            boolean fits = label.isEmpty();
                            for (JsonNode one : end.getValue()) {
                                fits |= one.asText().equals(label);
                            }
                            if (fits) {
                                ids.add(end.getKey());
                            }
                        }));
        return ids;
    }

    static String idOf(JsonNode record) {
        return record.path("Id")
                .asText(record.path("id").asText(record.path("key").asText()));
    }

    /** The text of a field, dots leading into nested ones; numbers without needless zeros, blank if there is none. */
    static String text(JsonNode record, String field) {
        JsonNode at = record;
        for (String part : field.split("\\.")) {
            at = at.path(part);
        }
        if (at.isNumber()) {
            return at.decimalValue().stripTrailingZeros().toPlainString();
        }
        return at.isNull() ? "" : at.asText("");
    }

    private JsonNode call(String method, String action, Map<String, ?> asked) {
        try {
            HttpRequest.BodyPublisher body = method.equals("POST")
                    ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(asked))
                    : HttpRequest.BodyPublishers.noBody();
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/_sandbox/" + action))
                    .method(method, body)
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(system + " " + action + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new IllegalStateException(system + " " + action, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
