package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.interlock.deliver.Delivery;
import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.SourceFile;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Memory;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.routes.system.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.impl.DefaultCamelContext;

/** A service on loopback, the program's side of it as a description has it, and a clock that the test turns. */
final class Described implements AutoCloseable {

    static final RecordType THING = new RecordType("thing");
    static final String OUR_KEY = "01J00000000000000000000001";

    final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<Rest> made = new ArrayList<>();

    Described() {
        server.start();
        camel.start();
    }

    @Override
    public void close() {
        camel.stop();
        server.stop();
    }

    /** The service by a whole description; credentials and the address are added. */
    Rest by(String description) {
        return with("token: t\n" + description);
    }

    /** The service with things that are listed as one page, and more that is said of them. */
    Rest things(String more) {
        return by("""
                login: { scheme: bearer, secret: token }
                objects:
                  things:
                    path: /things
                    list: { items: ., cursorFrom: none }
                """ + more.indent(4));
    }

    /** The service by a description that brings its own credentials. */
    Rest with(String connection) {
        Yaml.Mapping yaml = yaml("baseUrl: \"" + server.baseUrl() + "\"\n" + connection);
        SystemSettings settings = settings(yaml);
        Yaml.Mapping description =
                yaml.text("preset").map(name -> Presets.named(name, settings)).orElse(yaml);
        InstantSource clock = now::get;
        Rest rest = new Rest(settings, description, new Surroundings(camel, forgetful(), clock, system -> 0));
        made.add(rest);
        return rest;
    }

    private SystemSettings settings(Yaml.Mapping connection) {
        return new SystemSettings(
                new SystemId("things" + made.size()),
                "rest",
                Duration.ZERO,
                Duration.ZERO,
                new SystemSettings.Budget(1000, 1000, 1),
                connection);
    }

    static Place place(Rest rest, String object, String keyColumn) {
        return new Place(
                rest.id(),
                object,
                Optional.of(keyColumn).filter(key -> !key.isEmpty()),
                new Place.Creation(true, Optional.empty()),
                Place.Deletes.DELETE,
                RawFields.NONE);
    }

    /** Everything that comes. */
    static List<Observation> read(Rest rest, String object, Optional<Instant> since, String... columns) {
        List<Observation> all = new ArrayList<>();
        rest.arrivals()
                .read(new Arrivals.Order(THING, place(rest, object, ""), since, Set.of(columns), 0), all::addAll);
        return all;
    }

    /** The ids of everything that comes of the object {@code things}. */
    static List<String> ids(Rest rest) {
        return read(rest, "things", Optional.empty(), "id").stream()
                .map(observation -> observation.key().id())
                .toList();
    }

    /** A write of columns, given as name, text, name, text; an empty text clears. */
    static Delivery write(Rest rest, Write.Kind kind, Optional<String> id, String... columns) {
        return write(rest, place(rest, "things", "our_key"), kind, id, columns);
    }

    static Delivery write(Rest rest, Place place, Write.Kind kind, Optional<String> id, String... columns) {
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            texts.put(columns[i], Optional.of(columns[i + 1]).filter(text -> !text.isEmpty()));
        }
        return rest.handover()
                .deliver(new Outgoing.Shipment(
                        THING,
                        place,
                        kind,
                        List.of(new Outgoing.Parcel(
                                new Outgoing.Address(id, OUR_KEY), new RawFields(texts), RawFields.NONE))))
                .getFirst();
    }

    static Delivery update(Rest rest, String... columns) {
        return write(rest, Write.Kind.UPDATE, Optional.of("a"), columns);
    }

    static Delivery create(Rest rest, String... columns) {
        return write(rest, Write.Kind.CREATE, Optional.empty(), columns);
    }

    /** What the check before a write does. */
    static Optional<Observation> look(Rest rest, Optional<String> id, String... columns) {
        return rest.handover()
                .lookUp(new Outgoing.Question(
                        THING,
                        place(rest, "things", "our_key"),
                        Set.of(columns),
                        List.of(new Outgoing.Address(id, OUR_KEY))))
                .getFirst();
    }

    static Yaml.Mapping yaml(String text) {
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping read =
                YamlFile.read(new SourceFile("rest.yaml", text.getBytes(StandardCharsets.UTF_8)), Map.of(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return read;
    }

    private static Memory forgetful() {
        return new Memory() {
            @Override
            public Optional<String> recall(String name) {
                return Optional.empty();
            }

            @Override
            public void remember(String name, String value) {}

            @Override
            public void forget(String name) {}
        };
    }
}
