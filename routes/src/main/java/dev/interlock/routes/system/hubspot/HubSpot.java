package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.hubspot.HubSpotComponent;
import dev.interlock.hubspot.HubSpotConfiguration;
import dev.interlock.hubspot.HubSpotConstants;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Connection;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Line;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Surroundings;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;

/** One HubSpot account. Searches have a rate limit of their own, five a second for the whole account. */
public final class HubSpot implements ConnectedSystem {

    static final String SEARCH = "search";
    static final String ASSOCIATIONS = "associations";

    /** HubSpot allows five in any second; evenly spaced at this rate, no second ever sees a sixth. */
    private static final double SEARCHES_PER_SECOND = 3;

    /** The associations API has a burst limit of its own, 100 in ten seconds in the smallest plans. */
    private static final double ASSOCIATIONS_PER_SECOND = 9;

    private final SystemSettings settings;
    private final FluentProducerTemplate camel;
    private final InstantSource clock;
    private final String endpoint;
    private final Line line;
    private final HubSpotLabels labels;

    /** Adds the component to Camel under the system's name. Nothing is called yet. */
    public HubSpot(SystemSettings settings, Surroundings around) {
        Connection connection = new Connection(settings);
        HubSpotConfiguration configuration = new HubSpotConfiguration();
        configuration.setBaseUri(connection.url("baseUrl", "https://api.hubapi.com"));
        configuration.setApiVersion(connection.text("apiVersion", "2026-09"));
        configuration.setAccessToken(connection.secret("token"));
        HubSpotComponent component = new HubSpotComponent(around.camel());
        component.setConfiguration(configuration);
        around.camel().addComponent(settings.id().name(), component);
        this.settings = settings;
        this.clock = around.clock();
        this.camel = around.camel().createFluentProducerTemplate();
        this.endpoint = settings.id().name() + ":search/contacts";
        double searches =
                Double.parseDouble(connection.text("searchesPerSecond", Double.toString(SEARCHES_PER_SECOND)));
        double associations =
                Double.parseDouble(connection.text("associationsPerSecond", Double.toString(ASSOCIATIONS_PER_SECOND)));
        this.line = new Line(
                settings.id(),
                settings.budget(),
                Map.of(SEARCH, searches, ASSOCIATIONS, associations),
                around.spentToday(settings.id()));
        this.labels = new HubSpotLabels(this, around.memory());
    }

    @Override
    public SystemId id() {
        return settings.id();
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public String vendor() {
        return settings.vendor();
    }

    @Override
    public Arrivals arrivals() {
        return new HubSpotArrivals(this);
    }

    @Override
    public Outgoing handover() {
        return new HubSpotHandover(this);
    }

    @Override
    public List<String> check(RecordMapping mapping) {
        return new HubSpotCheck(this).check(mapping, settings.id());
    }

    HubSpotLabels labels() {
        return labels;
    }

    InstantSource clock() {
        return clock;
    }

    /**
     * One request.
     *
     * @param body JSON, or blank for none
     */
    record Request(HubSpotOperation operation, String object, Map<String, Object> headers, String body) {

        static Request of(HubSpotOperation operation, String object, String body) {
            return new Request(operation, object, Map.of(), body);
        }
    }

    /** An answer. */
    record Answer(JsonNode body, Map<String, Object> headers) {}

    Answer call(Errand errand, Request request) {
        return line.call(errand, () -> {
            Exchange exchange = camel.to(endpoint)
                    .withHeaders(headers(request))
                    .withBody(request.body().isEmpty() ? null : request.body())
                    .send();
            if (exchange.getException() != null) {
                throw HubSpotFailures.trouble(exchange.getException());
            }
            return new Answer(
                    exchange.getMessage().getBody(JsonNode.class),
                    exchange.getMessage().getHeaders());
        });
    }

    private static Map<String, Object> headers(Request request) {
        Map<String, Object> headers = new LinkedHashMap<>(request.headers());
        headers.put(HubSpotConstants.OPERATION, request.operation().toString());
        headers.put(HubSpotConstants.OBJECT_TYPE, request.object());
        return headers;
    }
}
