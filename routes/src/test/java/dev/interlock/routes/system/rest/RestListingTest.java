package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.SourceFile;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Memory;
import dev.interlock.routes.system.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a described service pages its lists, every record is read once. */
class RestListingTest {

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        server.start();
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop();
    }

    @Test
    void pages_are_followed_by_the_id_of_the_last_record() {
        page("after", absent(), "{\"rows\":[" + row("a") + "," + row("b") + "]}");
        page("after", equalTo("b"), "{\"rows\":[" + row("c") + "]}");

        assertThat(read("items: rows, cursor: after")).containsExactly("a", "b", "c");
    }

    @Test
    void pages_are_followed_by_how_many_records_were_read() {
        page("skip", absent(), "[" + row("a") + "," + row("b") + "]");
        page("skip", equalTo("2"), "[" + row("c") + "]");

        assertThat(read("items: ., cursor: skip, cursorFrom: skip")).containsExactly("a", "b", "c");
    }

    @Test
    void pages_are_followed_by_their_number() {
        page("page", absent(), "{\"rows\":[" + row("a") + "," + row("b") + "]}");
        page("page", equalTo("2"), "{\"rows\":[" + row("c") + "," + row("d") + "]}");
        page("page", equalTo("3"), "{\"rows\":[]}");

        assertThat(read("items: rows, cursor: page, cursorFrom: page")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_cursor_that_the_service_gives_is_followed_past_a_short_page() {
        page("token", absent(), "{\"rows\":[" + row("a") + "],\"next\":\"t1\"}");
        page("token", equalTo("t1"), "{\"rows\":[" + row("b") + "],\"next\":null}");

        assertThat(read("items: rows, cursor: token, cursorFrom: next")).containsExactly("a", "b");
    }

    private void page(String parameter, StringValuePattern value, String body) {
        server.stubFor(
                get(urlPathEqualTo("/things")).withQueryParam(parameter, value).willReturn(okJson(body)));
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\",\"changed\":\"2026-01-02T03:04:05Z\"}";
    }

    private List<String> read(String listing) {
        Rest rest = new Rest(
                settings(),
                yaml("""
                login: { scheme: bearer, secret: token }
                objects:
                  things:
                    path: /things
                    changed: changed
                    list: { limit: limit, size: 2, %s }
                """.formatted(listing)),
                new Surroundings(camel, forgetful(), InstantSource.system(), system -> 0));
        Place place = new Place(
                rest.id(),
                "things",
                Optional.empty(),
                new Place.Creation(false, Optional.empty()),
                Place.Deletes.FLAG,
                RawFields.NONE);
        List<String> ids = new ArrayList<>();
        rest.arrivals()
                .read(
                        new Arrivals.Order(new RecordType("thing"), place, Optional.empty(), Set.of("id"), 0),
                        page -> page.forEach(
                                observation -> ids.add(observation.key().id())));
        return ids;
    }

    private SystemSettings settings() {
        Yaml.Mapping connection = yaml("{ baseUrl: \"" + server.baseUrl() + "\", token: t }");
        return new SystemSettings(
                new SystemId("things"),
                "rest",
                Duration.ZERO,
                Duration.ZERO,
                new SystemSettings.Budget(1000, 1000, 1),
                connection);
    }

    private static Yaml.Mapping yaml(String text) {
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping read =
                YamlFile.read(new SourceFile("rest.yaml", text.getBytes(StandardCharsets.UTF_8)), Map.of(), problems);
        assertThat(problems).isEmpty();
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
