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
import dev.interlock.routes.system.Line;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Surroundings;
import dev.interlock.routes.system.rest.webhook.CertificateSource;
import dev.interlock.routes.system.rest.webhook.WebhookVerifier;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One REST service that is described in YAML. */
public final class Rest implements ConnectedSystem {

    private static final String WRITES = "writes";

    private final SystemSettings settings;
    private final RestDescription description;
    private final String baseUrl;
    private final Map<String, String> headers;
    private final InstantSource clock;
    private final Wire wire;
    private final Access access;
    private final Line line;
    private final Seen seen = new Seen();

    /**
     * Adds an HTTP component to Camel under the system's name. Nothing is called yet.
     *
     * @param description the service's description, its own or that of a preset; what stands under the connection is laid over
     *     it, so that an operator may add maps to a preset, or rename its objects
     * @throws dev.interlock.routes.system.Misconfigured with everything that is wrong in the description or the connection
     */
    public Rest(SystemSettings settings, Yaml.Mapping description, Surroundings around) {
        this.settings = new SystemSettings(
                settings.id(),
                settings.kind(),
                settings.settle(),
                settings.overlap(),
                settings.budget(),
                Presets.laidOver(description, settings.connection()));
        Connection connection = new Connection(this.settings);
        this.description = DescriptionReader.read(this.settings.connection());
        this.baseUrl = connection.url("baseUrl", "");
        this.clock = around.clock();
        this.wire = new Wire(
                settings.id(),
                URI.create(baseUrl),
                around.camel(),
                settings.budget().concurrent());
        this.access = new Gatekeeper(connection, clock).access(this.description.login(), wire, baseUrl);
        this.headers = new LinkedHashMap<>();
        this.description.headers().forEach((name, value) -> headers.put(name, Gatekeeper.filled(connection, value)));
        Map<String, Double> buckets = this.description
                .throttle()
                .writesPerSecond()
                .map(rate -> Map.of(WRITES, rate))
                .orElse(Map.of());
        this.line = new Line(settings.id(), settings.budget(), buckets, around.spentToday(settings.id()));
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

    /** A REST service tells little of itself: whether the object is described, and the legal values where it lists them. */
    @Override
    public List<String> check(RecordMapping mapping) {
        return mapping.place(settings.id())
                .map(place -> description.objects().containsKey(place.object())
                        ? new RestCheck(this, mapping).problems(object(place.object()), place.object())
                        : List.of("there is no object '" + place.object() + "'; described are "
                                + description.objects().keySet()))
                .orElse(List.of());
    }

    /**
     * What tells genuine notices of this service from others; empty if the description says nothing of notices, and then none
     * is to be believed.
     *
     * @param source where certificates are read, and {@code anchors} those that are trusted to begin with; both are asked only
     *     where the description says {@code verify: certificate}
     */
    public Optional<WebhookVerifier> webhookVerifier(CertificateSource source, Set<X509Certificate> anchors) {
        return description
                .webhooks()
                .map(webhooks ->
                        webhooks.verifier(new Connection(settings), new Webhooks.Trust(source, anchors), clock));
    }

    InstantSource clock() {
        return clock;
    }

    RestDescription description() {
        return description;
    }

    /** What records looked like when they were last asked for. */
    Seen seen() {
        return seen;
    }

    Errand writing(dev.interlock.record.RecordType type) {
        Errand errand = Errand.writing(type);
        return description.throttle().writesPerSecond().isPresent() ? errand.under(WRITES) : errand;
    }

    RestObject object(String name) {
        RestObject object = description.objects().get(name);
        if (object == null) {
            throw new IllegalArgumentException("no object '" + name + "' is described for " + settings.id());
        }
        return object;
    }

    /**
     * One request.
     *
     * @param path under the base URL, its parts encoded; or the whole address that the service gave for a next page
     * @param outdated what an answer says if the record has changed since it was read
     */
    record Request(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            String body,
            Optional<Writing.Version> outdated) {

        static Request get(String path, Map<String, String> parameters) {
            return new Request("GET", path, parameters, Map.of(), "", Optional.empty());
        }
    }

    /**
     * An answer.
     *
     * @param time the service's own time, if it told
     * @param tag the {@code ETag}, blank if there is none
     */
    record Answer(JsonNode body, Optional<Instant> time, String tag) {}

    /** Makes a call over the line. A login that has run out is renewed once. */
    Answer call(Errand errand, Request request) {
        Wire.Outbound outbound = outbound(request);
        return line.call(errand, () -> {
            Wire.Reply reply = sent(outbound);
            JsonNode body = new RestFailures(settings.id(), description, clock).judged(reply, request.outdated());
            return new Answer(
                    body,
                    reply.header("Date").flatMap(Rest::time),
                    reply.header("ETag").orElse(""));
        });
    }

    private Wire.Reply sent(Wire.Outbound outbound) {
        Map<String, String> carried = access.headers(outbound);
        Wire.Reply reply = wire.send(outbound.with(carried));
        return reply.status() == 401 && access.renew(carried)
                ? wire.send(outbound.with(access.headers(outbound)))
                : reply;
    }

    private Wire.Outbound outbound(Request request) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Accept", "application/json");
        all.put("Content-Type", description.contentType());
        String guid = UUID.randomUUID().toString();
        headers.forEach((name, value) -> all.put(name, value.replace(Gatekeeper.GUID, guid)));
        all.putAll(request.headers());
        String address =
                request.path().startsWith("/") || request.path().isEmpty() ? baseUrl + request.path() : request.path();
        String query = query(request.parameters());
        String joint = query.isEmpty() ? "" : address.contains("?") ? "&" : "?";
        return new Wire.Outbound(request.method(), URI.create(address + joint + query), all, request.body());
    }

    /**
     * The address of a next page, if it is one of this service.
     *
     * @return empty if it leads to another scheme, host or port, where our credentials must not go
     */
    Optional<String> nextPage(String link) {
        try {
            URI base = URI.create(baseUrl + "/");
            URI next = base.resolve(link);
            boolean same = base.getScheme().equalsIgnoreCase(next.getScheme())
                    && base.getHost().equalsIgnoreCase(String.valueOf(next.getHost()))
                    && port(base) == port(next)
                    && next.getRawUserInfo() == null;
            return same ? Optional.of(next.toString()) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
