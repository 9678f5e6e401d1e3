package dev.interlock.hubspot;

import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/** Carries requests out. */
@FunctionalInterface
interface HubSpotHttp {

    /**
     * Sends one request once.
     *
     * @return any answer, whatever its status; otherwise it fails with {@link HubSpotUnreachableException} if the
     *     request cannot have arrived, or {@link HubSpotNoAnswerException} if it may have
     */
    CompletableFuture<Answer> exchange(HttpRequest request);
}
