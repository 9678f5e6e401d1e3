package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fetches access tokens by refresh token or client credentials.
 *
 * <p>However many calls wait, one request fetches the token for all of them. A token is renewed shortly before the
 * lifetime HubSpot stated ends, and never because a call was answered 401, which HubSpot's error-handling guide calls
 * no valid indicator of an expired token.
 */
final class OAuthLogin implements Login {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private record Token(String value, Instant renewAt) {
        @Override
        public String toString() {
            return "Token[renewed at " + renewAt + "]";
        }
    }

    private final Credentials credentials;
    private final HubSpotHttp http;
    private final InstantSource clock;
    private String refreshToken;
    private @Nullable CompletableFuture<Token> current;

    OAuthLogin(Credentials credentials, HubSpotHttp http, InstantSource clock) {
        this.credentials = credentials;
        this.http = http;
        this.clock = clock;
        this.refreshToken = credentials.refreshToken();
    }

    @Override
    public synchronized CompletableFuture<String> token() {
        if (current == null || !isUsable(current)) {
            current = http.exchange(request()).handle(this::read);
        }
        return current.thenApply(Token::value);
    }

    private boolean isUsable(CompletableFuture<Token> fetched) {
        if (!fetched.isDone()) {
            return true;
        }
        return !fetched.isCompletedExceptionally()
                && clock.instant().isBefore(fetched.join().renewAt());
    }

    private HttpRequest request() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", refreshToken.isEmpty() ? "client_credentials" : "refresh_token");
        form.put("client_id", credentials.clientId());
        form.put("client_secret", credentials.clientSecret());
        form.put("refresh_token", refreshToken);
        form.put("scope", refreshToken.isEmpty() ? credentials.scope() : "");
        String body = form.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HubSpotClient.toward(
                        URI.create(credentials.baseUri() + credentials.paths().token()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Token read(@Nullable Answer answer, @Nullable Throwable failure) {
        if (answer == null || failure != null) {
            // A login that got no answer is not a lost write: the call it was meant for never left.
            throw new CompletionException(new HubSpotUnreachableException(
                    "The login to HubSpot failed; the request was not sent", Objects.requireNonNull(failure)));
        }
        JsonNode json = Json.parse(answer.text()).orElse(Json.MAPPER.missingNode());
        String value = json.path("access_token").asText("");
        if (!answer.isSuccess() || value.isEmpty() || !Credentials.isSendable(value)) {
            throw new CompletionException(new HubSpotLoginException(ErrorReport.of("login", answer)));
        }
        synchronized (this) {
            refreshToken = json.path("refresh_token").asText(refreshToken);
        }
        Duration life = Duration.ofSeconds(json.path("expires_in").asLong(0));
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
        return new Token(value, clock.instant().plus(life).minus(margin));
    }
}
