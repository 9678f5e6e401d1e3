package dev.interlock.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {

    private static final String JSON = "{\"properties\":{\"amount\":1.10,\"name\":\"Zoë\"}}";

    private Portal portal;

    @BeforeEach
    void open() throws Exception {
        portal = new Portal();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    static Stream<Object> bodies() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("amount", new BigDecimal("1.10"));
        properties.put("name", "Zoë");
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                JSON,
                bytes,
                new ByteArrayInputStream(bytes),
                Json.parse(JSON).orElseThrow(),
                Map.of("properties", properties));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void every_kind_of_body_arrives_as_the_same_json(Object body) {
        portal.answering(201, "{\"id\":\"1\"}");

        portal.send("hubspot:create/deals", body);

        assertThat(portal.last().getBodyAsString()).isEqualTo(JSON);
    }

    @Test
    void a_list_is_taken_as_the_inputs_of_a_batch() {
        portal.answering(200, "{\"results\":[]}");

        portal.send("hubspot:batchUpdate/deals", List.of(Map.of("id", "1")));

        assertThat(portal.last().getBodyAsString()).isEqualTo("{\"inputs\":[{\"id\":\"1\"}]}");
    }

    @Test
    void a_body_that_is_not_json_is_refused_without_quoting_it() {
        Exception broken = portal.send("hubspot:create/deals", "{\"email\": jane@example.org}")
                .getException();
        Exception unknown = portal.send("hubspot:create/deals", new Object()).getException();

        assertThat(broken).hasMessageContaining("java.lang.String").hasMessageContaining("line: 1");
        assertThat(broken).hasStackTraceContaining("not JSON");
        assertThat(stackTrace(broken)).doesNotContain("jane");
        assertThat(unknown).hasMessageContaining("java.lang.Object");
        assertThat(portal.received()).isEmpty();
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void an_answer_is_a_tree_and_on_request_the_text_as_it_came() {
        portal.answering(200, " " + JSON);

        Message tree = portal.send("hubspot:get/deals?recordId=1", null).getMessage();
        Message text = portal.send("hubspot:get/deals?recordId=1&rawResponse=true", null)
                .getMessage();

        assertThat(tree.getBody()).isInstanceOf(JsonNode.class);
        assertThat(tree.getBody()).hasToString(JSON);
        assertThat(text.getBody()).isEqualTo(" " + JSON);
    }

    @Test
    void an_answer_without_content_leaves_no_body() {
        portal.answering(aResponse().withStatus(204));

        Message message =
                portal.send("hubspot:archive/deals?recordId=1", "before").getMessage();

        assertThat(message.getBody()).isNull();
        assertThat(message.getHeader(HubSpotConstants.STATUS)).isEqualTo(204);
    }

    @Test
    void limits_cursor_and_correlation_id_become_headers() {
        portal.answering(Portal.json(200, "{\"results\":[],\"paging\":{\"next\":{\"after\":\"abc\"}}}")
                .withHeader("X-HubSpot-RateLimit-Daily", "250000")
                .withHeader("X-HubSpot-RateLimit-Daily-Remaining", "249999")
                .withHeader("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .withHeader("X-HubSpot-RateLimit-Max", "100")
                .withHeader("X-HubSpot-RateLimit-Remaining", "99")
                .withHeader("X-HubSpot-Correlation-Id", "c-1"));

        Message message = portal.send("hubspot:list/deals", null).getMessage();

        assertThat(message.getHeaders())
                .containsEntry(HubSpotConstants.STATUS, 200)
                .containsEntry(HubSpotConstants.DAILY_LIMIT, 250_000L)
                .containsEntry(HubSpotConstants.DAILY_REMAINING, 249_999L)
                .containsEntry(HubSpotConstants.INTERVAL_MILLISECONDS, 10_000L)
                .containsEntry(HubSpotConstants.INTERVAL_MAX, 100L)
                .containsEntry(HubSpotConstants.INTERVAL_REMAINING, 99L)
                .containsEntry(HubSpotConstants.NEXT_AFTER, "abc")
                .containsEntry(HubSpotConstants.CORRELATION_ID, "c-1");
    }

    @Test
    void an_answer_that_says_less_than_the_one_before_leaves_nothing_of_it() {
        portal.answering(200, "{\"results\":[]}");
        Map<String, Object> before = Map.of(HubSpotConstants.NEXT_AFTER, "old", HubSpotConstants.DAILY_REMAINING, 5L);

        Exchange exchange = portal.send("hubspot:search/deals", "{}", before);

        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(HubSpotConstants.NEXT_AFTER, HubSpotConstants.DAILY_REMAINING);
    }

    @Test
    void a_multi_status_of_v3_and_one_folded_into_a_dated_answer_read_the_same() {
        String v3Error = "{\"status\":\"error\",\"category\":\"VALIDATION_ERROR\",\"message\":\"m\","
                + "\"subCategory\":{\"name\":\"S\"}}";
        String datedError = "{\"status\":\"error\",\"category\":\"VALIDATION_ERROR\",\"message\":\"m\","
                + "\"subCategory\":\"S\",\"context\":{\"objectWriteTraceId\":[\"t\"]},\"errors\":[]}";

        JsonNode v3 = batch(
                207,
                "{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"1\"}],\"numErrors\":1,\"errors\":[" + v3Error + "]}");
        JsonNode dated =
                batch(200, "{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"1\"}],\"errors\":[" + datedError + "]}");

        for (JsonNode answer : List.of(v3, dated)) {
            assertThat(answer.path("results")).hasSize(1);
            assertThat(answer.path("numErrors").asInt()).isEqualTo(1);
            assertThat(answer.at("/errors/0/context").isObject()).isTrue();
            assertThat(answer.at("/errors/0/errors").isArray()).isTrue();
            assertThat(answer.at("/errors/0/subCategory").isTextual()).isTrue();
        }
    }

    @Test
    void a_batch_without_failures_or_content_has_the_same_shape() {
        assertThat(batch(200, "{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"1\"}]}"))
                .hasToString("{\"status\":\"COMPLETE\",\"results\":[{\"id\":\"1\"}],\"errors\":[],\"numErrors\":0}");

        portal.answering(aResponse().withStatus(204));
        Message archived =
                portal.send("hubspot:batchArchive/deals", "[{\"id\":\"1\"}]").getMessage();

        assertThat(archived.getBody()).hasToString("{\"results\":[],\"errors\":[],\"numErrors\":0}");
    }

    private JsonNode batch(int status, String json) {
        portal.answering(status, json);
        return portal.send("hubspot:batchCreate/deals", JsonNodeFactory.instance.arrayNode())
                .getMessage()
                .getBody(JsonNode.class);
    }
}
