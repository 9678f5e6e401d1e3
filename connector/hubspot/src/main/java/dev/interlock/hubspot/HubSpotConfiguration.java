package dev.interlock.hubspot;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** How to reach one HubSpot account: where, which API version, and with which credentials. */
@UriParams
public class HubSpotConfiguration implements Cloneable {

    static final String DEFAULT_BASE_URI = "https://api.hubapi.com";
    static final String DEFAULT_API_VERSION = "2026-09";

    @UriParam(
            label = "security",
            secret = true,
            description = "The bearer token of a service key or a private app. Takes precedence over OAuth.")
    private @Nullable String accessToken;

    @UriParam(label = "security", description = "The client id of an OAuth app.")
    private @Nullable String clientId;

    @UriParam(label = "security", secret = true, description = "The client secret of an OAuth app.")
    private @Nullable String clientSecret;

    @UriParam(
            label = "security",
            secret = true,
            description = "The refresh token an account gave to an OAuth app. Without it the app logs in by client"
                    + " credentials.")
    private @Nullable String refreshToken;

    @UriParam(
            label = "security",
            description = "The scopes to ask for when logging in by client credentials, separated by spaces.")
    private @Nullable String scope;

    @UriParam(
            label = "advanced",
            defaultValue = DEFAULT_BASE_URI,
            description = "Where the API is, for instance a stand-in for tests.")
    private String baseUri = DEFAULT_BASE_URI;

    @UriParam(
            label = "advanced",
            defaultValue = DEFAULT_API_VERSION,
            description = "The API version: a dated one such as 2026-09, or v3, which goes with v4 for associations.")
    private String apiVersion = DEFAULT_API_VERSION;

    @UriParam(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "How long to wait for a complete answer.")
    private long requestTimeout = 30_000;

    @UriParam(
            defaultValue = "false",
            description = "Whether bodies are JSON text, as HubSpot sent it, instead of a JsonNode.")
    private boolean rawResponse;

    /** A copy that can be changed without changing this one. */
    public HubSpotConfiguration copy() {
        try {
            return (HubSpotConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public @Nullable String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(@Nullable String accessToken) {
        this.accessToken = accessToken;
    }

    public @Nullable String getClientId() {
        return clientId;
    }

    public void setClientId(@Nullable String clientId) {
        this.clientId = clientId;
    }

    public @Nullable String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(@Nullable String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public @Nullable String getRefreshToken() {
        return refreshToken;
    }

    public void setRefreshToken(@Nullable String refreshToken) {
        this.refreshToken = refreshToken;
    }

    public @Nullable String getScope() {
        return scope;
    }

    public void setScope(@Nullable String scope) {
        this.scope = scope;
    }

    public String getBaseUri() {
        return baseUri;
    }

    public void setBaseUri(String baseUri) {
        this.baseUri = baseUri;
    }

    public String getApiVersion() {
        return apiVersion;
    }

    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public boolean isRawResponse() {
        return rawResponse;
    }

    public void setRawResponse(boolean rawResponse) {
        this.rawResponse = rawResponse;
    }
}
