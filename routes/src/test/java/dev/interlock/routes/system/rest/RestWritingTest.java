package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.interlock.deliver.Delivery;
import dev.interlock.record.RawFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Records are written as the service wants them written, and never over what somebody else has changed. */
class RestWritingTest {

    @AutoClose
    private final Described service = new Described();

    private void echoes() {
        service.server.stubFor(
                com.github.tomakehurst.wiremock.client.WireMock.any(anyUrl()).willReturn(okJson("{\"id\":\"a\"}")));
    }

    @Test
    void a_change_sends_the_changed_columns_alone_in_their_own_forms() {
        echoes();

        Delivery delivery = Described.update(
                service.things("numbers: [n]\nflags: [f]\nlists: [l]"),
                "n",
                "12.50",
                "f",
                "true",
                "l",
                "[\"x\",\"y\"]",
                "in.side",
                "t",
                "none",
                "");

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        service.server.verify(patchRequestedFor(urlPathEqualTo("/things/a"))
                .withRequestBody(equalToJson(
                        "{\"n\":12.50,\"f\":true,\"l\":[\"x\",\"y\"],\"in\":{\"side\":\"t\"},\"none\":null}")));
    }

    @Test
    void a_column_is_cleared_in_the_way_of_the_service() {
        echoes();

        Described.update(service.things("write: { nulls: empty }"), "a", "", "b", "x");
        Described.update(service.things("write: { nulls: { parameter: fieldsToNull } }"), "c", "", "a", "", "b", "x");

        service.server.verify(patchRequestedFor(urlPathEqualTo("/things/a"))
                .withRequestBody(equalToJson("{\"a\":\"\",\"b\":\"x\"}")));
        service.server.verify(patchRequestedFor(urlPathEqualTo("/things/a"))
                .withQueryParam("fieldsToNull", equalTo("a,c"))
                .withRequestBody(equalToJson("{\"b\":\"x\"}")));
    }

    @Test
    void a_whole_record_is_sent_with_the_changes_laid_over_what_is_there() {
        service.server.stubFor(get(urlPathEqualTo("/things/a"))
                .willReturn(okJson("{\"id\":\"a\",\"kept\":{\"deep\":1,\"other\":2},\"links\":[1]}")));
        service.server.stubFor(put(urlPathEqualTo("/things/a")).willReturn(okJson("{\"id\":\"a\"}")));

        Described.update(
                service.things("write: { update: { method: PUT, sends: whole, without: [links] } }"), "kept.deep", "2");

        service.server.verify(putRequestedFor(urlPathEqualTo("/things/a"))
                .withRequestBody(equalToJson("{\"id\":\"a\",\"kept\":{\"deep\":\"2\",\"other\":2}}")));
    }

    @Test
    void without_a_version_a_whole_record_is_read_at_the_last_moment_and_not_taken_from_an_earlier_look() {
        Rest rest = service.things("write: { update: { method: PUT, sends: whole } }");
        present("{\"id\":\"a\",\"theirs\":\"old\"}", "");
        Described.look(rest, Optional.of("a"), "theirs");
        present("{\"id\":\"a\",\"theirs\":\"new\"}", "");
        service.server.stubFor(put(urlPathEqualTo("/things/a")).willReturn(okJson("{\"id\":\"a\"}")));

        Described.update(rest, "ours", "x");

        service.server.verify(putRequestedFor(urlPathEqualTo("/things/a"))
                .withRequestBody(equalToJson("{\"id\":\"a\",\"theirs\":\"new\",\"ours\":\"x\"}")));
    }

    @Test
    void a_write_says_which_state_it_is_meant_for_and_that_is_the_one_that_was_checked() {
        Rest rest = service.things("write: { version: {} }");
        present("{\"id\":\"a\"}", "\"v1\"");
        Described.look(rest, Optional.of("a"), "x");
        present("{\"id\":\"a\"}", "\"v2\"");
        service.server.stubFor(patch(urlPathEqualTo("/things/a"))
                .withHeader("If-Match", equalTo("\"v1\""))
                .willReturn(aResponse().withStatus(412)));

        Delivery delivery = Described.update(rest, "x", "ours");

        assertThat(delivery).isInstanceOf(Delivery.Outdated.class);
        service.server.verify(exactly(1), patchRequestedFor(urlPathEqualTo("/things/a")));
    }

    @Test
    void a_record_that_has_changed_is_read_again_and_never_overwritten() {
        Rest rest = service.things("write: { version: { header: If-Match, path: eTag, codes: [Stale] } }");
        present("{\"id\":\"a\",\"eTag\":\"1\",\"x\":\"theirs\"}", "");
        service.server.stubFor(patch(urlPathEqualTo("/things/a"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"Stale\"}")));

        assertThat(Described.update(rest, "x", "ours"))
                .isInstanceOfSatisfying(
                        Delivery.Outdated.class,
                        outdated -> assertThat(outdated.now().fields())
                                .isEqualTo(new RawFields(Map.of("x", Optional.of("theirs")))));
        service.server.verify(exactly(1), patchRequestedFor(anyUrl()));
    }

    @Test
    void the_last_change_may_stand_for_the_version_in_the_body() {
        Rest rest = service.things("write: { version: { field: LastModifiedDate } }");
        present("{\"id\":\"a\",\"LastModifiedDate\":\"2026-01-01T00:00:00Z\"}", "");
        service.server.stubFor(patch(urlPathEqualTo("/things/a")).willReturn(noContent()));

        assertThat(Described.update(rest, "x", "ours")).isInstanceOf(Delivery.Delivered.class);
        service.server.verify(patchRequestedFor(anyUrl())
                .withRequestBody(equalToJson("{\"x\":\"ours\",\"LastModifiedDate\":\"2026-01-01T00:00:00Z\"}")));
    }

    @Test
    void a_record_that_tells_no_version_is_not_overwritten() {
        Rest rest = service.things("write: { version: {} }");
        present("{\"id\":\"a\"}", "");

        assertThat(Described.update(rest, "x", "ours")).isInstanceOf(Delivery.Refused.class);
        service.server.verify(exactly(0), patchRequestedFor(anyUrl()));
    }

    @Test
    void the_same_creation_has_the_same_token_and_the_same_change_a_new_one() {
        echoes();
        Rest rest = service.things("write: { once: { header: client-request-id } }");

        Described.create(rest, "x", "1");
        Described.create(rest, "x", "1");
        Described.create(rest, "x", "2");
        Described.update(rest, "x", "1");
        Described.update(rest, "x", "1");

        assertThat(tokens("POST")).hasSize(3);
        assertThat(tokens("POST").stream().distinct()).hasSize(2);
        assertThat(tokens("PATCH").stream().distinct()).hasSize(2);
    }

    private List<String> tokens(String method) {
        return service.server.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getMethod().getName().equals(method))
                .map(event -> event.getRequest().getHeader("client-request-id"))
                .toList();
    }

    @Test
    void the_token_may_stand_in_the_body() {
        echoes();

        Described.create(service.things("write: { once: { field: ClientToken } }"), "x", "1");

        service.server.verify(postRequestedFor(urlPathEqualTo("/things"))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath(
                        "$.ClientToken", matching("[0-9a-f-]{36}"))));
    }

    @Test
    void an_upsert_carries_our_key_and_is_made_again_when_no_answer_came() {
        service.server.stubFor(put(urlPathEqualTo("/entity/thing"))
                .inScenario("upsert")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("again")
                .willReturn(
                        aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)));
        service.server.stubFor(put(urlPathEqualTo("/entity/thing"))
                .inScenario("upsert")
                .whenScenarioStateIs("again")
                .willReturn(okJson("{\"id\":\"a\"}")));

        Delivery delivery = Described.create(
                service.things("write: { upsert: { path: /entity/thing, parameters: { uniqueField: our_key } } }"),
                "x",
                "1");

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        service.server.verify(putRequestedFor(urlPathEqualTo("/entity/thing"))
                .withQueryParam("uniqueField", equalTo("our_key"))
                .withRequestBody(equalToJson("{\"x\":\"1\",\"our_key\":\"" + Described.OUR_KEY + "\"}")));
    }

    @Test
    void a_creation_without_an_answer_is_not_made_again() {
        service.server.stubFor(post(urlPathEqualTo("/things"))
                .willReturn(
                        aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(Described.create(service.things(""), "x", "1")).isInstanceOf(Delivery.Unknown.class);
        service.server.verify(exactly(1), postRequestedFor(urlPathEqualTo("/things")));
    }

    @Test
    void a_record_is_found_by_our_key_where_the_key_is_no_address() {
        service.server.stubFor(get(urlPathEqualTo("/things"))
                .withQueryParam("$filter", equalTo("ref eq '" + Described.OUR_KEY + "'"))
                .willReturn(okJson(
                        "{\"value\":[{\"id\":\"z\"},{\"id\":\"a\",\"our_key\":\"" + Described.OUR_KEY + "\"}]}")));
        Rest rest = service.things("find: { items: value, parameters: { $filter: \"ref eq '{key}'\" } }");

        assertThat(Described.look(rest, Optional.empty(), "id"))
                .hasValueSatisfying(seen -> assertThat(seen.key().id()).isEqualTo("a"));
    }

    @Test
    void a_call_may_be_of_any_shape() {
        service.server.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("{\"Opportunity\":{\"id\":\"a\"}}")));
        Rest rest = service.things("""
                item: Opportunity
                write:
                  update: { method: POST, path: /, headers: { X-Amz-Target: Update }, with: { Catalog: AWS, Identifier: "{id}" }, under: Opportunity }
                """);

        assertThat(Described.update(rest, "x", "1")).isInstanceOf(Delivery.Delivered.class);
        service.server.verify(postRequestedFor(urlPathEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("Update"))
                .withRequestBody(
                        equalToJson("{\"Catalog\":\"AWS\",\"Identifier\":\"a\",\"Opportunity\":{\"x\":\"1\"}}")));
    }

    private void present(String body, String tag) {
        service.server.stubFor(get(urlPathEqualTo("/things/a"))
                .willReturn(tag.isEmpty() ? okJson(body) : okJson(body).withHeader("ETag", tag)));
    }
}
