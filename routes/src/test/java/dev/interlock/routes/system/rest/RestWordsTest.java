package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.deliver.Delivery;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The words of a scope, the gates of a state, the currency that counts, and what must not leave the service. */
class RestWordsTest {

    @AutoClose
    private final Described service = new Described();

    private void lists(String records) {
        service.server.stubFor(get(urlPathEqualTo("/things")).willReturn(okJson(records)));
    }

    private void present(String record) {
        service.server.stubFor(get(urlPathEqualTo("/things/a")).willReturn(okJson(record)));
        service.server.stubFor(patch(urlPathEqualTo("/things/a")).willReturn(okJson(record)));
    }

    private List<Map<String, Optional<String>>> told(Rest rest, String... columns) {
        return Described.read(rest, "things", Optional.empty(), columns).stream()
                .map(Observation::fields)
                .map(RawFields::byName)
                .toList();
    }

    private static final String SCOPED = """
            scoped:
              stage:
                by: group
                maps:
                  g1: { Intake: Submitted, Review: Submitted, Won: Closed Won }
                  g2: { New: Submitted, Submitted: Qualified }
            """;

    @Test
    void the_same_word_means_what_its_scope_says() {
        lists("""
                [{"id":"a","group":"g1","stage":"Review"},{"id":"b","group":"g2","stage":"Submitted"}]""");

        assertThat(told(service.things(SCOPED), "stage"))
                .containsExactly(Map.of("stage", Optional.of("Submitted")), Map.of("stage", Optional.of("Qualified")));
    }

    @Test
    void a_word_that_its_scope_does_not_know_cannot_pass_for_that_of_another() {
        lists("""
                [{"id":"a","group":"g1","stage":"Submitted"},{"id":"b","group":"g9","stage":"Won"},{"id":"c","stage":"Won"}]""");

        assertThat(told(service.things(SCOPED), "stage"))
                .containsExactly(
                        Map.of("stage", Optional.of("g1: Submitted")),
                        Map.of("stage", Optional.of("g9: Won")),
                        Map.of("stage", Optional.of("no group: Won")));
    }

    @Test
    void a_word_is_written_as_the_scope_of_the_record_has_it() {
        present("""
                {"id":"a","group":"g2","stage":"New"}""");
        service.server.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"b\"}")));
        Rest rest = service.things(SCOPED);

        assertThat(Described.update(rest, "stage", "Qualified"))
                .isInstanceOfSatisfying(
                        Delivery.Delivered.class,
                        done -> assertThat(done.echo().text("stage")).contains("Submitted"));
        Described.create(rest, "stage", "Submitted", "group", "g1");

        service.server.verify(patchRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"stage\":\"Submitted\"}")));
        service.server.verify(postRequestedFor(anyUrl())
                .withRequestBody(equalToJson(
                        "{\"stage\":\"Intake\",\"group\":\"g1\",\"our_key\":\"" + Described.OUR_KEY + "\"}")));
    }

    @Test
    void a_word_that_the_scope_does_not_have_is_not_written() {
        present("""
                {"id":"a","group":"g2","stage":"New"}""");

        assertThat(Described.update(service.things(SCOPED), "stage", "Closed Won"))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.failure().message())
                                .contains("Closed Won")
                                .contains("g2"));
        service.server.verify(exactly(0), patchRequestedFor(anyUrl()));
    }

    private static final String GATE = """
            gate: { by: review, writable: { Approved: all, Action Required: [address], Locked: [] } }
            """;

    @Test
    void what_the_state_of_a_record_does_not_let_through_is_parked_and_not_refused() {
        Rest rest = service.things(GATE);
        for (String state : List.of("Submitted", "Locked", "Action Required")) {
            present("{\"id\":\"a\",\"review\":\"" + state + "\"}");

            assertThat(Described.update(rest, "name", "x", "address", "y"))
                    .isInstanceOfSatisfying(
                            Delivery.Parked.class,
                            parked -> assertThat(parked.failure().message()).contains("name", state));
        }
        service.server.verify(exactly(0), patchRequestedFor(anyUrl()));
    }

    @Test
    void what_the_state_of_a_record_lets_through_is_written() {
        Rest rest = service.things(GATE);
        present("{\"id\":\"a\",\"review\":\"Action Required\"}");
        assertThat(Described.update(rest, "address", "y")).isInstanceOf(Delivery.Delivered.class);
        present("{\"id\":\"a\",\"review\":\"Approved\"}");
        assertThat(Described.update(rest, "name", "x")).isInstanceOf(Delivery.Delivered.class);
    }

    private static final String CURRENCY = "currencies: { amount: { by: currency, is: EUR } }";

    @Test
    void an_amount_in_another_currency_does_not_pass_for_one_that_counts() {
        lists("""
                [{"id":"a","amount":5,"currency":"EUR"},{"id":"b","amount":5,"currency":"USD"},{"id":"c","amount":5}]""");

        assertThat(told(service.things(CURRENCY), "amount"))
                .containsExactly(
                        Map.of("amount", Optional.of("5")),
                        Map.of("amount", Optional.of("5 (USD instead of EUR)")),
                        Map.of("amount", Optional.of("5")));
        assertThat(dev.interlock.normalise.Numbers.readMoney("5 (USD instead of EUR)"))
                .isEmpty();
    }

    @Test
    void an_amount_is_created_with_its_currency() {
        service.server.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"b\"}")));

        Described.create(service.things(CURRENCY), "amount", "5");

        service.server.verify(postRequestedFor(anyUrl())
                .withRequestBody(equalToJson(
                        "{\"amount\":\"5\",\"currency\":\"EUR\",\"our_key\":\"" + Described.OUR_KEY + "\"}")));
    }

    @Test
    void a_record_whose_flag_says_so_does_not_cross() {
        lists("""
                [{"id":"a","private":true,"name":"x"},{"id":"b","private":false,"name":"y"},{"id":"c","name":"z"}]""");

        assertThat(told(service.things("hidden: [{ when: { at: private, is: ['true'] } }]"), "name"))
                .containsExactly(Map.of("name", Optional.of("y")), Map.of("name", Optional.of("z")));
    }

    @Test
    void a_record_that_must_not_cross_is_there_all_the_same_and_says_nothing() {
        present("{\"id\":\"a\",\"private\":true,\"name\":\"x\"}");
        Rest rest = service.things("hidden: [{ when: { at: private, is: ['true'] } }]");

        assertThat(Described.look(rest, Optional.of("a"), "name")).hasValueSatisfying(seen -> {
            assertThat(seen.isLive()).isTrue();
            assertThat(seen.fields()).isEqualTo(RawFields.NONE);
        });
        assertThat(Described.update(rest, "name", "y"))
                .isInstanceOfSatisfying(
                        Delivery.Delivered.class,
                        done -> assertThat(done.echo()).isEqualTo(RawFields.NONE));
    }

    @Test
    void until_a_flag_allows_more_only_some_columns_cross() {
        lists("""
                [{"id":"a","status":"New","name":"x","email":"***","phone":"***"},
                 {"id":"b","status":"Accepted","name":"y","email":"e","phone":"p"},
                 {"id":"c","name":"z","email":"***","phone":"***"}]""");

        assertThat(told(
                        service.things("hidden: [{ when: { at: status, not: [Accepted] }, columns: [email, phone] }]"),
                        "name",
                        "email",
                        "phone"))
                .containsExactly(
                        Map.of("name", Optional.of("x")),
                        Map.of("name", Optional.of("y"), "email", Optional.of("e"), "phone", Optional.of("p")),
                        Map.of("name", Optional.of("z")));
        assertThat(told(
                        service.things("hidden: [{ when: { at: status, not: [Accepted] }, but: [name] }]"),
                        "name",
                        "email"))
                .first()
                .isEqualTo(Map.of("name", Optional.of("x")));
    }
}
