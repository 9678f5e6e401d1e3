package dev.interlock.sandbox.partnerstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlock.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** A running programme with a clock that only moves when told, and a client that knows the keys. */
final class Programme implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final HttpClient http = HttpClient.newHttpClient();
    final PartnerStackService service = PartnerStackService.standard(now::get);
    private final SandboxServer server = SandboxServer.start(service, 0);
    private String keys = "pk_sandbox:sk_sandbox";

    /** What came back. */
    record Answer(int status, JsonNode body) {

        JsonNode data() {
            return body.path("data");
        }

        String key() {
            return data().path("key").asText();
        }
    }

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    long millis() {
        return now.get().toEpochMilli();
    }

    void uses(String publicAndSecret) {
        keys = publicAndSecret;
    }

    Answer get(String path) {
        return send("GET", "/api/v2" + path, "");
    }

    Answer post(String path, String body) {
        return send("POST", "/api/v2" + path, body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", "/api/v2" + path, body);
    }

    Answer delete(String path) {
        return send("DELETE", "/api/v2" + path, "");
    }

    Answer human(String action, String body) {
        return send("POST", "/_sandbox/" + action, body);
    }

    /** A partner in the usual group; its partner key. */
    String partner(String email) {
        return post("/partnerships", "{\"email\":\"" + email + "\",\"first_name\":\"Ann\",\"last_name\":\"Lee\"}")
                .data()
                .path("partner_key")
                .asText();
    }

    private Answer send(String method, String path, String body) {
        String basic = Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
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
