package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.deliver.Delivery;
import dev.interlock.mapping.Place;
import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.Misconfigured;
import dev.interlock.routes.system.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The descriptions that come along, each against a service of the documented shape. */
class PresetsTest {

    private static final String REFERRALS = "/engagements/referrals";

    private static final String REFERRAL = """
            {"id":"r1","engagementId":"e1","name":"Net","status":"%s","substatus":"Accepted","eTag":"\\"7\\"",
             "updatedDateTime":"2026-02-01T00:00:00.1234567Z","details":{"dealValue":100,"currency":"USD"},
             "links":{"self":{"uri":"/engagements/referrals/r1"}}}""";

    @AutoClose
    private final Described service = new Described();

    private Rest referrals() {
        service.server.stubFor(post(urlPathEqualTo("/tenant/oauth2/v2.0/token"))
                .withFormParam("grant_type", equalTo("refresh_token"))
                .withFormParam("refresh_token", equalTo("r"))
                .withFormParam("client_id", equalTo("c"))
                .withFormParam("client_secret", equalTo("s"))
                .willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":3599}")));
        return service.with("""
                preset: microsoft-referrals
                loginUrl: "%s"
                tenant: tenant
                clientId: c
                clientSecret: s
                refreshToken: r
                """.formatted(service.server.baseUrl()));
    }

    private void referralIs(String record) {
        service.server.stubFor(get(urlPathEqualTo(REFERRALS + "/r1")).willReturn(okJson(record)));
    }

    private static Delivery update(Rest rest, String column, String text) {
        return Described.write(
                rest,
                Described.place(rest, "referrals", "externalReferenceId"),
                Write.Kind.UPDATE,
                Optional.of("r1"),
                column,
                text);
    }

    @Test
    void referrals_are_listed_by_what_changed_and_followed_from_page_to_page() {
        service.server.stubFor(get(urlPathEqualTo(REFERRALS))
                .withQueryParam("$skiptoken", absent())
                .willReturn(okJson("{\"value\":[" + REFERRAL.formatted("New") + "],\"@odata.nextLink\":\""
                        + service.server.baseUrl() + REFERRALS + "?$skiptoken=2\"}")));
        service.server.stubFor(get(urlPathEqualTo(REFERRALS))
                .withQueryParam("$skiptoken", equalTo("2"))
                .willReturn(okJson("{\"value\":[" + REFERRAL.formatted("New").replace("r1", "r2") + "]}")));

        List<Observation> read = Described.read(
                referrals(), "referrals", Optional.of(Instant.parse("2026-01-31T00:00:00Z")), "details.dealValue");

        assertThat(read).extracting(observation -> observation.key().id()).containsExactly("r1", "r2");
        assertThat(read)
                .first()
                .extracting(Observation::changedAt)
                .isEqualTo(Instant.parse("2026-02-01T00:00:00.1234567Z"));
        service.server.verify(getRequestedFor(urlPathEqualTo(REFERRALS))
                .withQueryParam("$filter", equalTo("updatedDateTime ge 2026-01-31T00:00:00Z"))
                .withHeader("Authorization", equalTo("Bearer t"))
                .withHeader("client-request-id", matching("[0-9a-f-]{36}")));
    }

    @Test
    void a_referral_is_written_whole_without_its_links_and_only_if_it_is_still_the_one_that_was_read() {
        referralIs(REFERRAL.formatted("Active"));
        service.server.stubFor(put(urlPathEqualTo(REFERRALS + "/r1")).willReturn(okJson(REFERRAL.formatted("Active"))));

        assertThat(update(referrals(), "details.dealValue", "250.5")).isInstanceOf(Delivery.Delivered.class);

        service.server.verify(putRequestedFor(urlPathEqualTo(REFERRALS + "/r1"))
                .withHeader("If-Match", equalTo("\"7\""))
                .withHeader("client-request-id", matching("[0-9a-f-]{36}"))
                .withRequestBody(equalToJson("""
                        {"id":"r1","engagementId":"e1","name":"Net","status":"Active","substatus":"Accepted","eTag":"\\"7\\"",
                         "updatedDateTime":"2026-02-01T00:00:00.1234567Z","details":{"dealValue":250.5,"currency":"USD"}}""")));
    }

    @Test
    void a_referral_that_somebody_else_changed_meanwhile_is_read_again() {
        referralIs(REFERRAL.formatted("Active"));
        service.server.stubFor(
                put(urlPathEqualTo(REFERRALS + "/r1")).willReturn(aResponse().withStatus(412)));

        assertThat(update(referrals(), "name", "x")).isInstanceOf(Delivery.Outdated.class);
        service.server.verify(exactly(1), putRequestedFor(anyUrl()));
    }

    @Test
    void what_is_written_to_a_closed_referral_waits() {
        referralIs(REFERRAL.formatted("Closed"));

        assertThat(update(referrals(), "name", "x")).isInstanceOf(Delivery.Parked.class);
        service.server.verify(exactly(0), putRequestedFor(anyUrl()));
    }

    @Test
    void a_referral_that_was_created_without_an_answer_is_sought_by_our_reference_and_no_other_is_taken_for_it() {
        service.server.stubFor(get(urlPathEqualTo(REFERRALS))
                .withQueryParam("$filter", equalTo("status eq 'New'"))
                .willReturn(okJson("{\"value\":[" + REFERRAL.formatted("New") + "]}")));
        Rest rest = referrals();
        Place place = Described.place(rest, "referrals", "externalReferenceId");

        assertThat(rest.handover()
                        .lookUp(new Outgoing.Question(
                                Described.THING,
                                place,
                                Set.of("name"),
                                List.of(new Outgoing.Address(Optional.empty(), Described.OUR_KEY)))))
                .containsExactly(Optional.empty());
    }

    private Rest impartner() {
        return service.with("preset: impartner\ntenantId: \"864\"\napiKey: k\n");
    }

    @Test
    void accounts_are_read_in_full_by_skip_and_take_with_the_columns_that_are_needed() {
        service.server.stubFor(get(urlPathEqualTo("/Account"))
                .withQueryParam("skip", absent())
                .willReturn(
                        okJson("{\"success\":true,\"data\":{\"count\":2,\"results\":[{\"Id\":1,\"Name\":\"A\"}]}}")));
        service.server.stubFor(get(urlPathEqualTo("/Account"))
                .withQueryParam("skip", equalTo("1"))
                .willReturn(
                        okJson("{\"success\":true,\"data\":{\"count\":2,\"results\":[{\"Id\":2,\"Name\":\"B\"}]}}")));

        assertThat(Described.read(impartner(), "Account", Optional.of(service.now.get()), "Name", "Tier__cf"))
                .extracting(observation -> observation.fields().text("Name"))
                .containsExactly(Optional.of("A"), Optional.of("B"));
        service.server.verify(
                exactly(2),
                getRequestedFor(urlPathEqualTo("/Account"))
                        .withQueryParam("take", equalTo("100"))
                        .withQueryParam("fields", equalTo("Id,Name,Tier__cf"))
                        .withHeader("Authorization", equalTo("prm-key k"))
                        .withHeader("X-PRM-TenantId", equalTo("864")));
    }

    @Test
    void an_account_is_changed_by_patch_and_an_answer_of_no_success_is_none() {
        service.server.stubFor(patch(urlPathEqualTo("/Account/1"))
                .willReturn(okJson("{\"success\":true,\"data\":{\"Id\":1,\"Name\":\"B\"}}")));
        service.server.stubFor(patch(urlPathEqualTo("/Account/2"))
                .willReturn(okJson("{\"success\":false,\"message\":\"no such field\"}")));
        Rest rest = impartner();
        Place place = Described.place(rest, "Account", "Interlock_Id__cf");

        assertThat(Described.write(rest, place, Write.Kind.UPDATE, Optional.of("1"), "Name", "B"))
                .isInstanceOfSatisfying(
                        Delivery.Delivered.class,
                        done -> assertThat(done.echo())
                                .isEqualTo(new RawFields(java.util.Map.of("Name", Optional.of("B")))));
        assertThat(Described.write(rest, place, Write.Kind.UPDATE, Optional.of("2"), "Nome", "B"))
                .isInstanceOf(Delivery.Refused.class);
        service.server.verify(
                patchRequestedFor(urlPathEqualTo("/Account/1")).withRequestBody(equalToJson("{\"Name\":\"B\"}")));
        service.server.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void what_stands_beside_the_name_of_a_preset_is_laid_over_it() {
        service.server.stubFor(
                get(urlPathEqualTo("/Deal")).willReturn(okJson("{\"data\":{\"results\":[{\"DealId\":1}]}}")));
        Rest rest = service.with("""
                preset: impartner
                tenantId: "1"
                apiKey: k
                objects:
                  Deal: { path: /Deal, id: DealId, list: { items: data.results, cursorFrom: none } }
                  Account: { list: { size: 7 } }
                """);

        assertThat(Described.read(rest, "Deal", Optional.empty(), "DealId")).hasSize(1);
        assertThat(rest.arrivals().recordsPerPage(Described.place(rest, "Account", "")))
                .isEqualTo(7);
    }

    @Test
    void a_preset_that_there_is_not_is_told_with_those_that_there_are() {
        assertThatThrownBy(() -> service.with("preset: impartna"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("rest.yaml:1:1 there is no preset 'impartna'")
                .hasMessageContaining("[impartner, microsoft-referrals, partnerstack]");
    }
}
