package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls one account: adds address and token to a call, and reads what comes back. */
final class HubSpotClient {

    private final HubSpotHttp http;
    private final Login login;
    private final URI baseUri;

    HubSpotClient(HubSpotHttp http, Login login, URI baseUri) {
        this.http = http;
        this.login = login;
        this.baseUri = baseUri;
    }

    /** Fails with a {@link HubSpotException} or one of the two exceptions of {@link HubSpotHttp#exchange}. */
    CompletableFuture<Reply> send(Call call) {
        return login.token()
                .thenCompose(token -> http.exchange(request(call, token)))
                .thenApply(answer -> Reply.read(call.operation(), answer));
    }

    private HttpRequest request(Call call, String token) {
        Optional<JsonNode> body = call.body();
        BodyPublisher content =
                body.map(json -> BodyPublishers.ofByteArray(Json.bytes(json))).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder request = toward(URI.create(baseUri + call.pathAndQuery()))
                .header("Authorization", "Bearer " + token)
                .method(call.method(), content);
        return body.isPresent()
                ? request.header("Content-Type", "application/json").build()
                : request.build();
    }

    /** A request that asks for JSON. Without TLS no upgrade to HTTP/2 is offered: simple servers stumble over it. */
    static HttpRequest.Builder toward(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
        return "http".equals(uri.getScheme()) ? request.version(HttpClient.Version.HTTP_1_1) : request;
    }
}
