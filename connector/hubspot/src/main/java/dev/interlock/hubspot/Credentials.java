package dev.interlock.hubspot;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a login needs to know; equal credentials share one login. Missing parts are empty texts. */
record Credentials(
        URI baseUri,
        ApiPaths paths,
        String accessToken,
        String clientId,
        String clientSecret,
        String refreshToken,
        String scope) {

    /**
     * Takes the credentials out of a configuration.
     *
     * @throws IllegalArgumentException if they do not suffice for any way of logging in, or the address is no address
     */
    static Credentials of(HubSpotConfiguration account) {
        Credentials credentials = new Credentials(
                URI.create(account.getBaseUri().replaceAll("/+$", "")),
                ApiPaths.of(account.getApiVersion()),
                text(account.getAccessToken()),
                text(account.getClientId()),
                text(account.getClientSecret()),
                text(account.getRefreshToken()),
                text(account.getScope()));
        if (!isSendable(credentials.accessToken)) {
            throw new IllegalArgumentException("The HubSpot accessToken holds characters no token has, such as blanks"
                    + " or line breaks. Copy it again.");
        }
        boolean app = !credentials.clientId.isEmpty() && !credentials.clientSecret.isEmpty();
        if (credentials.accessToken.isEmpty() && !app) {
            throw new IllegalArgumentException("HubSpot needs an accessToken, or a clientId and a clientSecret (with a"
                    + " refreshToken for an account's OAuth app). Set them on the component or the endpoint.");
        }
        return credentials;
    }

    /** Whether a token can stand in a header. The HTTP client's own complaint would quote the token. */
    static boolean isSendable(String token) {
        return token.chars().allMatch(character -> character > ' ' && character < 127);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Names the address only: the rest is secret. */
    @Override
    public String toString() {
        return "Credentials[" + baseUri + "]";
    }
}
