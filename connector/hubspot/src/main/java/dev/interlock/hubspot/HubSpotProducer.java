package dev.interlock.hubspot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/** Carries out one operation for each exchange, without holding a thread while HubSpot works. */
final class HubSpotProducer extends DefaultAsyncProducer {

    private final HubSpotEndpoint endpoint;

    HubSpotProducer(HubSpotEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            RequestOptions asked = RequestOptions.of(endpoint, exchange.getIn());
            Call call = endpoint.planner().plan(asked, exchange.getIn().getBody());
            CompletableFuture<Reply> unused = endpoint.client().send(call).whenComplete((reply, failure) -> {
                try {
                    finish(exchange, reply, failure);
                } catch (RuntimeException e) {
                    exchange.setException(e);
                }
                callback.done(false);
            });
            return false;
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private void finish(Exchange exchange, @Nullable Reply reply, @Nullable Throwable failure) {
        Message message = exchange.getMessage();
        if (reply == null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            AnswerHeaders.clear(message);
            if (cause instanceof HubSpotException refusal) {
                AnswerHeaders.copy(refusal.status(), refusal.headers(), message);
            }
            exchange.setException(cause);
            return;
        }
        AnswerHeaders.copy(reply.status(), reply.headers(), message);
        reply.nextAfter().ifPresent(cursor -> message.setHeader(HubSpotConstants.NEXT_AFTER, cursor));
        message.setBody(endpoint.body(reply));
    }
}
