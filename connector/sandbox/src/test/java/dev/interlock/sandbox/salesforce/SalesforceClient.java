package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interlock.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** An org behind a real port, its clock, and the two ways in: the API with a token, and the control door. */
final class SalesforceClient implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final String API = "/services/data/v60.0";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final SalesforceService service = SalesforceService.standard(now::get);
    private final SandboxServer server = SandboxServer.start(service, 0);
    private String token = "";

    /** An answer: its status, its headers, and its body as a tree. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String code() {
            return body.path(0).path("errorCode").asText();
        }

        String message() {
            return body.path(0).path("message").asText();
        }

        String id() {
            return body.path("id").asText();
        }
    }

    SalesforceService service() {
        return service;
    }

    String url() {
        return server.url();
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    Answer login() {
        Answer answer = form(
                "/services/oauth2/token",
                "grant_type=client_credentials&client_id=interlock&client_secret=sandbox-secret&format=json");
        token = answer.body().path("access_token").asText();
        return answer;
    }

    String token() {
        return token;
    }

    Answer form(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    /** The status of a call whose answer need not be JSON. */
    int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + API + path))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    Answer patch(String path, String body) {
        return call("PATCH", path, body);
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    /** A call below the version, with a token; logs in first when there is none. */
    Answer call(String method, String path, String body, String... headers) {
        if (token.isEmpty()) {
            login();
        }
        String full = path.startsWith("/services") ? path : API + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + full))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(quoted(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** A call whose body and answer need not be JSON; the body is sent as it is. Paths may begin at the host. */
    HttpResponse<String> raw(String method, String path, String body, String... headers) {
        if (token.isEmpty()) {
            login();
        }
        String full = path.startsWith("/services") || path.startsWith("/id/") ? path : API + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + full))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return sent(request);
    }

    String text(String path) {
        return raw("GET", path, "").body();
    }

    Answer query(String soql) {
        return get("/query/?q=" + encoded(soql));
    }

    /** Creates a record through the API and gives its id. */
    String create(String object, String body) {
        Answer answer = post("/sobjects/" + object, body);
        if (answer.status() != 201) {
            throw new AssertionError(object + " was not created: " + answer.body());
        }
        return answer.id();
    }

    JsonNode record(String object, String id) {
        return get("/sobjects/" + object + "/" + id).body();
    }

    /** An action of the control door. */
    Answer act(String action, String body) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + "/_sandbox/" + action))
                .POST(BodyPublishers.ofString(quoted(body))));
    }

    /** Test texts write JSON with single quotes; a quote inside a text is written ´. */
    static String quoted(String text) {
        return text.replace('\'', '"').replace('´', '\'');
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = sent(request);
        String text = response.body();
        try {
            return new Answer(response.statusCode(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
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
    }
}
