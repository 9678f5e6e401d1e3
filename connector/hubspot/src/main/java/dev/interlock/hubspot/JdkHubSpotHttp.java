package dev.interlock.hubspot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;

/** Carries requests out with the JDK's HTTP client. */
final class JdkHubSpotHttp implements HubSpotHttp {

    private final HttpClient client;
    private final Duration timeout;

    JdkHubSpotHttp(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public CompletableFuture<Answer> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        // The client's own request timeout ends with the headers; this one also covers a body that stops half way.
        return sent.copy().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).handle((response, failure) -> {
            if (failure == null) {
                return new Answer(response.statusCode(), response.headers(), response.body());
            }
            sent.cancel(true);
            throw new CompletionException(lost(failure));
        });
    }

    private static IOException lost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLHandshakeException) {
                return new HubSpotUnreachableException("HubSpot could not be reached; the request was not sent", cause);
            }
        }
        return new HubSpotNoAnswerException("HubSpot gave no answer; the request may have been carried out", failure);
    }
}
