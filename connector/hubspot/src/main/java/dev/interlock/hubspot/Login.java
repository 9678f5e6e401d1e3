package dev.interlock.hubspot;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Provides the bearer token of the next call. */
@FunctionalInterface
interface Login {

    CompletableFuture<String> token();

    /** The login that fits the credentials: a token that was given, or one fetched by OAuth. */
    static Login with(Credentials credentials, HubSpotHttp http, InstantSource clock) {
        if (credentials.accessToken().isEmpty()) {
            return new OAuthLogin(credentials, http, clock);
        }
        return () -> CompletableFuture.completedFuture(credentials.accessToken());
    }
}
