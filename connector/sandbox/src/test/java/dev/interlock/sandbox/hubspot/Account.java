package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.interlock.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A running portal with a clock that only moves when told, and a client that knows the token. */
final class Account implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final HttpClient http = HttpClient.newHttpClient();
    final HubSpotService service = HubSpotService.standard(now::get);
    private final SandboxServer server = SandboxServer.start(service, 0);
    private String token = "pat-sandbox-0000";

    /** What came back. */
    record Answer(int status, JsonNode body, HttpHeaders headers) {

        String id() {
            return body.path("id").asText();
        }

        String property(String name) {
            return body.path("properties").path(name).asText();
        }

        String message() {
            return body.path("message").asText();
        }

        String category() {
            return body.path("category").asText();
        }
    }

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    Instant now() {
        return now.get();
    }

    void uses(String otherToken) {
        token = otherToken;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer human(String action, String body) {
        return send("POST", "/_sandbox/" + action, body);
    }

    /** Creates a record of {@code name:value,name:value}; its id. */
    String create(String type, String properties) {
        return post("/crm/v3/objects/" + type, "{\"properties\":" + object(properties) + "}")
                .id();
    }

    String contact(String email) {
        return create("contacts", "email:" + email);
    }

    String company(String name) {
        return create("companies", "name:" + name);
    }

    String deal(String name) {
        return create("deals", "dealname:" + name + ",pipeline:default,dealstage:appointmentscheduled");
    }

    /** {@code a:b,c:d} as a JSON object of texts. */
    static String object(String properties) {
        StringBuilder object = new StringBuilder("{");
        for (String each : properties.split(",")) {
            String[] pair = each.split(":", 2);
            object.append(object.length() == 1 ? "" : ",")
                    .append('"')
                    .append(pair[0])
                    .append("\":\"")
                    .append(pair[1])
                    .append('"');
        }
        return object.append('}').toString();
    }

    /** A search for one filter, {@code name OPERATOR value}. */
    Answer find(String type, String filter) {
        passes(Duration.ofMillis(1_001));
        String[] parts = filter.split(" ", 3);
        return post(
                "/crm/v3/objects/" + type + "/search",
                "{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"" + parts[0] + "\",\"operator\":\"" + parts[1]
                        + "\"" + (parts.length > 2 ? "," + parts[2] : "") + "}]}]}");
    }

    Answer send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode json = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), json, response.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
