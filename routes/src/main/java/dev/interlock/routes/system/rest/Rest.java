package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.mapping.Yaml;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.http.HttpComponent;

/** One REST service that is described in YAML. */
public final class Rest implements ConnectedSystem {

    private final SystemSettings settings;
    private final RestDescription description;
    private final String baseUrl;
    private final String credentials;
    private final FluentProducerTemplate camel;
    private final InstantSource clock;
    private final String endpoint;
    private final Line line;

    /**
     * Adds an HTTP component to Camel under the system's name. Nothing is called yet.
     *
     * @param description the service's description, its own or that of a preset
     */
    public Rest(SystemSettings settings, Yaml.Mapping description, Surroundings around) {
        Connection connection = new Connection(settings);
        this.settings = settings;
        this.description = RestDescription.read(description);
        this.baseUrl = connection.url("baseUrl", description.text("baseUrl").orElse(""));
        this.credentials = credentials(this.description.login(), connection);
        this.clock = around.clock();
        this.camel = around.camel().createFluentProducerTemplate();
        String scheme = baseUrl.startsWith("https") ? "https" : "http";
        HttpComponent component = new HttpComponent();
        component.setHttpClientConfigurer(
                builder -> builder.disableAutomaticRetries().disableRedirectHandling());
        component.setConnectionsPerRoute(Math.max(2, settings.budget().concurrent()));
        component.setMaxTotalConnections(200);
        around.camel().addComponent(settings.id().name() + "-" + scheme, component);
        this.endpoint = settings.id().name() + "-" + scheme + ":" + baseUrl.replaceFirst("^https?://", "")
                + "?throwExceptionOnFailure=false&connectTimeout=10000&responseTimeout=60000";
        this.line = new Line(settings.id(), settings.budget(), Map.of(), around.spentToday(settings.id()));
    }

    private static String credentials(RestDescription.Login login, Connection connection) {
        String secret = connection.secret(login.secret());
        return switch (login.scheme()) {
            case "basic" -> {
                String pair = connection.required(login.user()) + ":" + secret;
                yield "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            }
            case "bearer" -> "Bearer " + secret;
            default -> login.scheme() + " " + secret;
        };
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
        return new RestArrivals(this);
    }

    @Override
    public Outgoing handover() {
        return new RestHandover(this);
    }

    /** A REST service does not describe itself: only whether the object is known can be told. */
    @Override
    public List<String> check(RecordMapping mapping) {
        return mapping.place(settings.id())
                .filter(place -> !description.objects().containsKey(place.object()))
                .map(place -> List.of("there is no object '" + place.object() + "'; described are "
                        + description.objects().keySet()))
                .orElse(List.of());
    }

    InstantSource clock() {
        return clock;
    }

    RestDescription.RestObject object(String name) {
        RestDescription.RestObject object = description.objects().get(name);
        if (object == null) {
            throw new IllegalArgumentException("no object '" + name + "' is described for " + settings.id());
        }
        return object;
    }

    /** One request; the path is under the base URL, its parts encoded. */
    record Request(String method, String path, Map<String, String> parameters, String body) {}

    /** An answer with the service's own time, if it told. */
    record Answer(JsonNode body, Optional<Instant> time) {}

    Answer call(Errand errand, Request request) {
        return line.call(errand, () -> {
            Exchange exchange = camel.to(endpoint)
                    .withHeaders(headers(request))
                    .withBody(request.body().isEmpty() ? null : request.body())
                    .send();
            if (exchange.getException() != null) {
                throw RestFailures.unanswered(settings.id(), exchange.getException());
            }
            int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
            InputStream stream = exchange.getMessage().getBody(InputStream.class);
            JsonNode body = stream == null ? Json.object() : RestFailures.read(status, stream);
            if (status >= 300) {
                throw RestFailures.refused(
                        description, status, body, exchange.getMessage().getHeader("Retry-After", String.class));
            }
            return new Answer(body, time(exchange.getMessage().getHeader("Date", String.class)));
        });
    }

    private Map<String, Object> headers(Request request) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(Exchange.HTTP_METHOD, request.method());
        headers.put(Exchange.HTTP_URI, baseUrl + request.path());
        headers.put(Exchange.HTTP_QUERY, query(request.parameters()));
        headers.put(Exchange.CONTENT_TYPE, "application/json");
        headers.put(description.login().header(), credentials);
        headers.put("Accept", "application/json");
        return headers;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<Instant> time(@org.jspecify.annotations.Nullable String date) {
        try {
            return date == null
                    ? Optional.empty()
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
