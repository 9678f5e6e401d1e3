package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Connection;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Line;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Surroundings;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;

/** One Salesforce org: its login, and the one way in which it is called. */
public final class Salesforce implements ConnectedSystem {

    /** The largest answer that is taken, in bytes: a query page of 2,000 wide rows. The component's own limit is 4 MiB. */
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    private final SystemSettings settings;
    private final String version;
    private final String endpoint;
    private final FluentProducerTemplate camel;
    private final Line line;
    private final SalesforceObjects objects;
    private final InstantSource clock;

    /** Adds the component to Camel under the system's name. Nothing is called yet: the first call logs in. */
    public Salesforce(SystemSettings settings, Surroundings around) {
        Connection connection = new Connection(settings);
        this.settings = settings;
        this.clock = around.clock();
        this.version = connection.text("apiVersion", "62.0");
        this.line = new Line(settings.id(), settings.budget(), Map.of(), around.spentToday(settings.id()));
        this.camel = around.camel().createFluentProducerTemplate();
        this.endpoint = settings.id().name() + ":raw?rawPayload=true";
        this.objects = new SalesforceObjects(this, around.memory());
        around.camel().addComponent(settings.id().name(), component(connection, around.camel()));
    }

    private SalesforceComponent component(Connection connection, CamelContext context) {
        SalesforceLoginConfig login = new SalesforceLoginConfig();
        login.setLoginUrl(connection.url("loginUrl", "https://login.salesforce.com"));
        login.setClientId(connection.secret("clientId"));
        login.setClientSecret(connection.secret("clientSecret"));
        login.setType(AuthenticationType.CLIENT_CREDENTIALS);
        login.setLazyLogin(true);
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion(version);
        SalesforceComponent component = new SalesforceComponent(context);
        component.setLoginConfig(login);
        component.setConfig(config);
        component.setHttpMaxContentLength(LARGEST_ANSWER);
        component.setHttpRequestTimeout(120_000L);
        return component;
    }

    @Override
    public SystemId id() {
        return settings.id();
    }

    @Override
    public Line line() {
        return line;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public String vendor() {
        return settings.vendor();
    }

    @Override
    public Arrivals arrivals() {
        return new SalesforceArrivals(this, objects);
    }

    @Override
    public Outgoing handover() {
        return new SalesforceHandover(this, objects);
    }

    @Override
    public List<String> check(RecordMapping mapping) {
        return new SalesforceCheck(objects).check(mapping, settings.id());
    }

    /**
     * One request to the REST API.
     *
     * @param path under {@code /services/data/vN}, without a query; or a whole path, as an answer gave it
     * @param parameters of the query, not encoded
     * @param body JSON, or blank for none
     */
    record Request(String method, String path, Map<String, String> parameters, String body) {

        static Request get(String path, Map<String, String> parameters) {
            return new Request("GET", path, parameters, "");
        }
    }

    /** Calls the REST API. */
    JsonNode call(Errand errand, Request request) {
        return line.call(errand, () -> {
            try {
                return Json.read(send(request));
            } catch (CamelExecutionException failed) {
                throw SalesforceFailures.trouble(failed);
            }
        });
    }

    private InputStream send(Request request) {
        String path = request.path();
        Map<String, Object> headers = new LinkedHashMap<>(request.parameters());
        headers.put("rawMethod", request.method());
        headers.put("rawPath", path.startsWith("/services/") ? path : "/services/data/v" + version + path);
        if (!request.parameters().isEmpty()) {
            headers.put(
                    "rawQueryParameters", String.join(",", request.parameters().keySet()));
        }
        headers.put("rawHttpHeaders", "Content-Type,Sforce-Auto-Assign,Sforce-Query-Options");
        headers.put("Content-Type", "application/json");
        headers.put("Sforce-Auto-Assign", "FALSE");
        headers.put("Sforce-Query-Options", "batchSize=2000");
        InputStream answer =
                camel.to(endpoint).withHeaders(headers).withBody(request.body()).request(InputStream.class);
        return answer == null ? InputStream.nullInputStream() : answer;
    }
}
