package dev.interlock.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static final String READ = "hubspot:get/deals?recordId=1";

    private Portal portal;
    private volatile Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeEach
    void open() throws Exception {
        portal = new Portal();
        portal.component().useClock(() -> now);
        HubSpotConfiguration configuration = portal.component().getConfiguration();
        configuration.setAccessToken(null);
        configuration.setClientId("app");
        configuration.setClientSecret("s&cret");
        portal.server.stubFor(get(anyUrl()).willReturn(Portal.json(200, "{\"id\":\"1\"}")));
        loginAnswers(Portal.json(200, "{\"access_token\":\"T1\",\"expires_in\":1800,\"refresh_token\":\"R2\"}"));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private void loginAnswers(ResponseDefinitionBuilder answer) {
        portal.server.stubFor(post(urlPathMatching("/oauth/.*")).willReturn(answer));
    }

    private List<LoggedRequest> logins() {
        return portal.received().stream()
                .filter(request -> request.getUrl().startsWith("/oauth/"))
                .toList();
    }

    @Test
    void an_app_with_a_refresh_token_logs_in_by_it_and_keeps_the_newest_one() {
        portal.component().getConfiguration().setRefreshToken("R1");

        portal.send(READ, null);
        now = now.plus(Duration.ofHours(1));
        portal.send(READ, null);

        assertThat(logins()).extracting(LoggedRequest::getUrl).containsOnly("/oauth/2026-09/token");
        assertThat(logins())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly(
                        "grant_type=refresh_token&client_id=app&client_secret=s%26cret&refresh_token=R1",
                        "grant_type=refresh_token&client_id=app&client_secret=s%26cret&refresh_token=R2");
        assertThat(portal.last().getHeader("Authorization")).isEqualTo("Bearer T1");
    }

    @Test
    void an_app_without_a_refresh_token_logs_in_by_its_credentials() {
        portal.component().getConfiguration().setScope("crm.objects.deals.read");
        loginAnswers(Portal.json(200, "{\"access_token\":\"T1\",\"expires_in\":1800}"));

        portal.send(READ, null);

        assertThat(logins().getFirst().getBodyAsString())
                .isEqualTo("grant_type=client_credentials&client_id=app&client_secret=s%26cret"
                        + "&scope=crm.objects.deals.read");
        assertThat(logins().getFirst().getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void a_token_is_renewed_a_minute_before_it_ends_and_not_earlier() {
        portal.send(READ, null);
        now = now.plusSeconds(1739);
        portal.send(READ, null);
        assertThat(logins()).hasSize(1);

        now = now.plusSeconds(1);
        portal.send(READ, null);
        assertThat(logins()).hasSize(2);
    }

    @Test
    void a_call_answered_401_does_not_renew_the_token() {
        portal.server.stubFor(get(anyUrl()).willReturn(Portal.json(401, "{}")));

        portal.send(READ, null);
        portal.send(READ, null);

        assertThat(logins()).hasSize(1);
    }

    @Test
    void calls_that_wait_together_share_one_login_even_from_different_endpoints() {
        loginAnswers(Portal.json(200, "{\"access_token\":\"T1\",\"expires_in\":1800}")
                .withFixedDelay(200));

        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 12)
                .mapToObj(index -> CompletableFuture.supplyAsync(
                        () -> portal.send("hubspot:get/deals?recordId=" + index % 3, null)))
                .toList();

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().getException()).isNull());
        assertThat(logins()).hasSize(1);
    }

    @Test
    void a_refused_login_is_told_apart_from_a_refused_record_and_is_tried_again_by_the_next_call() {
        loginAnswers(Portal.json(400, "{\"status\":\"BAD_REFRESH_TOKEN\",\"message\":\"bad\"}"));

        Exception refused = portal.send(READ, null).getException();
        loginAnswers(Portal.json(200, "{\"access_token\":\"T1\",\"expires_in\":1800}"));

        assertThat(refused).isInstanceOf(HubSpotLoginException.class).hasMessage("HubSpot answered 400 to login");
        assertThat(portal.send(READ, null).getException()).isNull();
    }

    @Test
    void a_login_without_an_answer_means_the_call_was_never_sent() {
        loginAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(portal.send(READ, null).getException())
                .isInstanceOf(HubSpotUnreachableException.class)
                .hasMessageContaining("login");
    }

    @Test
    void a_login_answered_without_a_token_is_refused() {
        loginAnswers(Portal.json(200, "{}"));

        assertThat(portal.send(READ, null).getException()).isInstanceOf(HubSpotLoginException.class);
    }
}
