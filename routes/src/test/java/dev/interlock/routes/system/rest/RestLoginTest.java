package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** However a described service lets its callers in, they are let in, and no secret goes where it does not belong. */
class RestLoginTest {

    private static final String CLIENT = """
            clientId: us
            clientSecret: "s%cret&"
            login: { scheme: client-credentials, url: /oauth/token, user: clientId, secret: clientSecret, form: { scope: all } }
            """;

    private static final String THINGS = """
            objects:
              things: { path: /things, list: { items: ., cursorFrom: none } }
            """;

    @AutoClose
    private final Described service = new Described();

    @Test
    void a_token_is_fetched_with_client_id_and_secret_and_kept_until_shortly_before_it_expires() {
        tokens("{\"access_token\":\"one\",\"expires_in\":3600}");
        opens("Bearer one");
        Rest rest = service.with(CLIENT + THINGS);

        Described.ids(rest);
        service.now.updateAndGet(now -> now.plus(Duration.ofMinutes(58)));
        Described.ids(rest);
        fetched(1);
        service.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        Described.ids(rest);

        fetched(2);
        service.server.verify(postRequestedFor(urlPathEqualTo("/oauth/token"))
                .withFormParam("grant_type", equalTo("client_credentials"))
                .withFormParam("client_id", equalTo("us"))
                .withFormParam("client_secret", equalTo("s%cret&"))
                .withFormParam("scope", equalTo("all")));
    }

    @Test
    void client_id_and_secret_go_as_a_header_where_the_service_wants_it_so() {
        tokens("{\"access_token\":\"one\",\"expires_in\":3600}");
        opens("Bearer one");

        Described.ids(service.with(CLIENT.replace("form:", "client: header, form:") + THINGS));

        service.server.verify(postRequestedFor(urlPathEqualTo("/oauth/token"))
                .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("us", "s%25cret%26")));
    }

    @Test
    void a_token_that_is_refused_early_is_fetched_anew_once() {
        tokenAfter(Scenario.STARTED, "stale", "second");
        tokenAfter("second", "fresh", "third");
        service.server.stubFor(get(urlPathEqualTo("/things"))
                .withHeader("Authorization", equalTo("Bearer stale"))
                .willReturn(unauthorized()));
        opens("Bearer fresh");

        Described.ids(service.with(CLIENT + THINGS));

        fetched(2);
    }

    @Test
    void a_service_that_refuses_every_token_is_not_asked_for_ever() {
        tokens("{\"access_token\":\"one\",\"expires_in\":3600}");
        service.server.stubFor(get(urlPathEqualTo("/things")).willReturn(unauthorized()));
        Rest rest = service.with(CLIENT + THINGS);

        assertThatThrownBy(() -> Described.ids(rest))
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.LOGIN));
        fetched(2);
        service.server.verify(exactly(2), getRequestedFor(urlPathEqualTo("/things")));
    }

    @Test
    void a_token_without_any_life_serves_the_request_at_hand() {
        tokens("{\"access_token\":\"one\",\"expires_in\":0}");
        opens("Bearer one");
        Rest rest = service.with(CLIENT + THINGS);

        Described.ids(rest);
        Described.ids(rest);

        fetched(2);
    }

    @Test
    void a_token_that_lives_shorter_than_the_margin_is_still_used_for_half_its_life() {
        tokens("{\"access_token\":\"one\",\"expires_in\":20}");
        opens("Bearer one");
        Rest rest = service.with(CLIENT + THINGS);

        Described.ids(rest);
        service.now.updateAndGet(now -> now.plus(Duration.ofSeconds(9)));
        Described.ids(rest);
        fetched(1);
        service.now.updateAndGet(now -> now.plus(Duration.ofSeconds(2)));
        Described.ids(rest);
        fetched(2);
    }

    @Test
    void a_login_that_answers_no_json_shows_nothing_of_what_it_answered() {
        service.server.stubFor(
                post(urlPathEqualTo("/oauth/token")).willReturn(aResponse().withBody("<html>hush</html>")));
        Rest rest = service.with(CLIENT + THINGS);

        assertThatThrownBy(() -> Described.ids(rest))
                .isInstanceOf(Trouble.class)
                .hasMessageNotContaining("hush")
                .hasMessageContaining("LOGIN_NOT_JSON");
    }

    @Test
    void a_token_that_would_break_out_of_its_header_is_not_used() {
        tokens("{\"access_token\":\"one\\r\\nX-Evil: 1\",\"expires_in\":3600}");
        Rest rest = service.with(CLIENT + THINGS);

        assertThatThrownBy(() -> Described.ids(rest)).hasMessageContaining("LOGIN_REFUSED");
    }

    @Test
    void a_refresh_token_is_exchanged_for_a_session_whose_expiry_is_fixed() {
        service.server.stubFor(post(urlPathEqualTo("/api/3.0/token"))
                .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.equalToJson(
                        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"r\"}"))
                .willReturn(okJson("{\"token\":\"s1\",\"validUntil\":\"2026-03-01T13:00:00Z\"}")));
        opens("s1");
        Rest rest = service.with("""
                refreshToken: r
                login:
                  scheme: token-exchange
                  url: /api/3.0/token
                  json: { grant_type: refresh_token, refresh_token: "{refreshToken}" }
                  prefix: ""
                  token: token
                  expires: validUntil
                  expiresAs: iso
                """ + THINGS);

        Described.ids(rest);
        service.now.updateAndGet(now -> now.plus(Duration.ofMinutes(58)));
        Described.ids(rest);
        service.server.verify(exactly(1), postRequestedFor(urlPathEqualTo("/api/3.0/token")));
        service.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        Described.ids(rest);
        service.server.verify(exactly(2), postRequestedFor(urlPathEqualTo("/api/3.0/token")));
    }

    @Test
    void every_request_is_signed_over_its_body_where_the_service_wants_it_so() {
        service.server.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("{\"rows\":[]}")));
        Rest rest = service.with("""
                accessKeyId: AKIDEXAMPLE
                secretAccessKey: wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY
                contentType: application/x-amz-json-1.0
                login: { scheme: aws-sigv4, user: accessKeyId, secret: secretAccessKey, region: us-east-1, service: partnercentral-selling }
                objects:
                  things:
                    path: /
                    list: { method: POST, items: rows, cursorFrom: none, body: { Catalog: Sandbox, MaxResults: "{size}" } }
                """);

        Described.ids(rest);

        service.server.verify(postRequestedFor(urlPathEqualTo("/"))
                .withHeader("X-Amz-Date", equalTo("20260301T120000Z"))
                .withHeader("Content-Type", equalTo("application/x-amz-json-1.0"))
                .withHeader(
                        "Authorization",
                        matching("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/us-east-1/partnercentral-selling/"
                                + "aws4_request, ?SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, ?"
                                + "Signature=[0-9a-f]{64}")));
        assertThat(SignatureByHand.isRight(
                        service.server.getAllServeEvents().getFirst().getRequest(),
                        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
                .isTrue();
    }

    @Test
    void a_header_of_every_call_gets_its_value_from_the_connection_or_a_new_id_each_time() {
        service.server.stubFor(get(urlPathEqualTo("/things")).willReturn(okJson("[]")));
        Rest rest = service.with("""
                token: t
                tenantId: "864"
                headers: { X-Tenant: "{tenantId}", X-Request: "{guid}" }
                login: { scheme: key, secret: token }
                """ + THINGS);

        Described.ids(rest);
        Described.ids(rest);

        service.server.verify(
                exactly(2),
                getRequestedFor(urlPathEqualTo("/things"))
                        .withHeader("Authorization", equalTo("key t"))
                        .withHeader("X-Tenant", equalTo("864"))
                        .withHeader("X-Request", matching("[0-9a-f-]{36}")));
        assertThat(service.server.getAllServeEvents().stream()
                        .map(event -> event.getRequest().getHeader("X-Request"))
                        .distinct())
                .hasSize(2);
    }

    private void tokens(String answer) {
        service.server.stubFor(post(urlPathEqualTo("/oauth/token")).willReturn(okJson(answer)));
    }

    private void tokenAfter(String state, String token, String next) {
        service.server.stubFor(post(urlPathEqualTo("/oauth/token"))
                .inScenario("tokens")
                .whenScenarioStateIs(state)
                .willSetStateTo(next)
                .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":3600}")));
    }

    private void opens(String authorization) {
        service.server.stubFor(get(urlPathEqualTo("/things"))
                .withHeader("Authorization", equalTo(authorization))
                .willReturn(okJson("[]")));
    }

    private void fetched(int times) {
        service.server.verify(exactly(times), postRequestedFor(urlPathEqualTo("/oauth/token")));
    }
}
