package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.mapping.ConfigReader;
import dev.interlock.mapping.ConfigReading;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a service says is legal is held against what the files say of it. */
class RestCheckTest {

    private static final String SETTINGS = """
            apiVersion: v1
            kind: Interlock
            store: { url: "jdbc:h2:mem:none" }
            systems: { things0: { kind: rest }, other: { kind: hubspot } }
            """;

    private static final String CHOICES = """
            choices: { stage: { path: /stages, parameters: { kind: deal }, items: data.items, value: name, scope: group.key } }
            """;

    @AutoClose
    private final Described service = new Described();

    private static RecordMapping mapping(String object) {
        String record = """
                apiVersion: v1
                kind: Record
                record: thing
                systems: { things0: { object: %s }, other: { object: deals } }
                fields:
                  stage:
                    type: choice
                    systems: { other: stage, things0: { field: stage, map: { Submitted: open, Won: won } } }
                """.formatted(object);
        ConfigReading reading =
                ConfigReader.read(List.of(file("interlock.yaml", SETTINGS), file("thing.yaml", record)), Map.of());
        assertThat(reading).as("%s", reading).isInstanceOf(ConfigReading.Good.class);
        return ((ConfigReading.Good) reading).configuration().records().get(Described.THING);
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Rest described(String more) {
        return service.by("""
                login: { scheme: bearer, secret: token }
                objects:
                  things:
                    path: /things
                    list: { items: ., cursorFrom: none }
                """ + more.indent(4));
    }

    private void legal(String items) {
        service.server.stubFor(
                get(urlPathEqualTo("/stages")).willReturn(okJson("{\"data\":{\"items\":" + items + "}}")));
    }

    @Test
    void values_that_no_map_knows_are_told() {
        legal("""
                [{"name":"Submitted"},{"name":"Won"},{"name":"Lost"}]""");

        assertThat(described(CHOICES).check(mapping("things")))
                .containsExactly("stage: things.stage has choices that are not mapped: [Lost]");
        service.server.verify(getRequestedFor(urlPathEqualTo("/stages")).withQueryParam("kind", equalTo("deal")));
    }

    @Test
    void what_is_mapped_in_a_scope_is_held_against_the_values_of_that_scope() {
        legal("""
                [{"name":"Intake","group":{"key":"g1"}},{"name":"Gewonnen","group":{"key":"g1"}},
                 {"name":"New","group":{"key":"g2"}},{"name":"Won","group":{"key":"g3"}}]""");

        assertThat(described(CHOICES + """
                        scoped: { stage: { by: group_key, maps: { g1: { Intake: Submitted }, g2: { New: Submitted, Done: Gone } } } }
                        """).check(mapping("things")))
                .containsExactly(
                        "things.stage: group_key 'g3' has no map; its values are [Won]",
                        "things.stage: group_key 'g1' has values that are not mapped: [Gewonnen]",
                        "things.stage: group_key 'g2' does not have what is mapped there: [Done]",
                        "stage: things.stage has choices that are not mapped: [Gone]");
    }

    @Test
    void nothing_is_asked_where_the_service_lists_nothing() {
        assertThat(described("").check(mapping("things"))).isEmpty();
        assertThat(service.server.getAllServeEvents()).isEmpty();
    }

    @Test
    void an_object_that_is_not_described_is_told() {
        assertThat(described("").check(mapping("thongs")))
                .containsExactly("there is no object 'thongs'; described are [things]");
    }

    @Test
    void a_list_of_legal_values_that_is_none_is_told_as_trouble() {
        legal("{}");

        assertThatThrownBy(() -> described(CHOICES).check(mapping("things"))).hasMessageContaining("NO_CHOICES");
    }
}
