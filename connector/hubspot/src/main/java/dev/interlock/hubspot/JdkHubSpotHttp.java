package dev.interlock.hubspot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;

/**
 * Carries requests out with the JDK's HTTP client.
 *
 * <p>That client completes its futures in the JVM's common pool, which on a small machine has a single thread: a route
 * that waits there for a second call would wait for itself. So an answer is taken as soon as its body is complete, and
 * whatever follows runs in threads of the component's own.
 */
final class JdkHubSpotHttp implements HubSpotHttp {

    private final HttpClient client;
    private final Executor threads;
    private final Duration timeout;

    JdkHubSpotHttp(HttpClient client, Executor threads, Duration timeout) {
        this.client = client;
        this.threads = threads;
        this.timeout = timeout;
    }

    @Override
    public CompletableFuture<Answer> exchange(HttpRequest request) {
        CompletableFuture<Answer> arrived = new CompletableFuture<>();
        CompletableFuture<HttpResponse<Answer>> sent = client.sendAsync(request, head -> collect(head, arrived));
        CompletableFuture<HttpResponse<Answer>> unused = sent.whenComplete((response, failure) -> {
            if (failure != null) {
                arrived.completeExceptionally(failure);
            }
        });
        // The client's own request timeout ends with the headers; this one also covers a body that stops half way.
        return arrived.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (answer, failure) -> {
                            if (failure == null) {
                                return answer;
                            }
                            sent.cancel(true);
                            throw new CompletionException(lost(failure));
                        },
                        threads);
    }

    private static BodySubscriber<Answer> collect(ResponseInfo head, CompletableFuture<Answer> arrived) {
        return BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), body -> {
            Answer answer = new Answer(head.statusCode(), head.headers(), body);
            arrived.complete(answer);
            return answer;
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
