package dev.interlock.hubspot;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** Creates {@code hubspot:} endpoints, which share one HTTP client and one login for each set of credentials. */
@Component("hubspot")
public class HubSpotComponent extends HealthCheckComponent {

    @Metadata(description = "How to reach the account, for all endpoints that do not say otherwise.")
    private HubSpotConfiguration configuration = new HubSpotConfiguration();

    @Metadata(
            label = "advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description = "How long to wait for a connection.")
    private long connectTimeout = 10_000;

    @Metadata(label = "advanced", description = "An HTTP client to use instead of the component's own.")
    private @Nullable HttpClient httpClient;

    private final Map<Credentials, Login> logins = new ConcurrentHashMap<>();
    private InstantSource clock = InstantSource.system();
    private @Nullable HttpClient ownClient;
    private @Nullable ExecutorService threads;

    public HubSpotComponent() {}

    public HubSpotComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String path = remaining.endsWith("/") ? remaining.substring(0, remaining.length() - 1) : remaining;
        HubSpotOperation operation = HubSpotOperation.named(StringHelper.before(path, "/", path));
        // An endpoint's URI is shown in traces, metrics and management, so the credentials are masked in it.
        HubSpotEndpoint endpoint =
                new HubSpotEndpoint(URISupport.sanitizeUri(uri), this, configuration.copy(), operation);
        endpoint.setObjectType(StringHelper.after(path, "/"));
        setProperties(endpoint, parameters);
        endpoint.checkOptions();
        return endpoint;
    }

    /** The client that calls the account a configuration describes. */
    HubSpotClient client(HubSpotConfiguration account) {
        Duration timeout = Duration.ofMillis(account.getRequestTimeout());
        HubSpotHttp http = new JdkHubSpotHttp(transport(), threads(), timeout);
        Credentials credentials = Credentials.of(account);
        Login login = logins.computeIfAbsent(credentials, key -> Login.with(key, http, clock));
        return new HubSpotClient(http, login, credentials.baseUri());
    }

    private synchronized ExecutorService threads() {
        if (threads == null) {
            threads = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "HubSpot");
        }
        return threads;
    }

    private synchronized HttpClient transport() {
        if (httpClient != null) {
            return httpClient;
        }
        if (ownClient == null) {
            // Redirects are not followed: they would carry the token to wherever they point.
            ownClient = HttpClient.newBuilder()
                    .executor(threads())
                    .connectTimeout(Duration.ofMillis(connectTimeout))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return ownClient;
    }

    @Override
    protected void doShutdown() throws Exception {
        synchronized (this) {
            // Only from Java 21 on can a client be closed; before, it ends when nothing refers to it.
            if (ownClient instanceof AutoCloseable closeable) {
                closeable.close();
            }
            ownClient = null;
            if (threads != null) {
                getCamelContext().getExecutorServiceManager().shutdown(threads);
            }
            threads = null;
        }
        logins.clear();
        super.doShutdown();
    }

    InstantSource clock() {
        return clock;
    }

    void useClock(InstantSource other) {
        this.clock = other;
    }

    public HubSpotConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(HubSpotConfiguration configuration) {
        this.configuration = configuration;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public @Nullable HttpClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(@Nullable HttpClient httpClient) {
        this.httpClient = httpClient;
    }
}
