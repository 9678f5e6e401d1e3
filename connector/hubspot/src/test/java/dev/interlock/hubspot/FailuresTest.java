package dev.interlock.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {

    private static final String CREATE = "hubspot:create/contacts";

    private Portal portal;

    @BeforeEach
    void open() throws Exception {
        portal = new Portal();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    private Exception failure() {
        return portal.send(CREATE, "{}").getException();
    }

    private HubSpotException refusal() {
        return (HubSpotException) failure();
    }

    @Test
    void a_refusal_carries_everything_hubspot_said() {
        portal.answering(400, """
                {"status":"error","message":"Property values were not valid: jane@example.org","correlationId":"c-9",
                 "category":"VALIDATION_ERROR","subCategory":"crm.VALIDATION",
                 "errors":[{"message":"Property \\"nope\\" does not exist","code":"PROPERTY_DOESNT_EXIST"}]}""");

        HubSpotException refusal = refusal();

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.getHttpResponseCode()).isEqualTo(400);
        assertThat(refusal.category()).contains("VALIDATION_ERROR");
        assertThat(refusal.subCategory()).contains("crm.VALIDATION");
        assertThat(refusal.correlationId()).contains("c-9");
        assertThat(refusal.policyName()).isEmpty();
        assertThat(refusal.retryAfter()).isEmpty();
        assertThat(refusal.detail()).contains("Property values were not valid: jane@example.org");
        assertThat(refusal.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.path("code").asText()).isEqualTo("PROPERTY_DOESNT_EXIST"));
    }

    @Test
    void the_message_names_codes_and_ids_but_no_value_of_the_record() {
        portal.answering(
                409,
                "{\"message\":\"jane@example.org exists. Existing ID: 12\",\"category\":\"CONFLICT\",\"correlationId\":\"c-9\"}");

        assertThat(refusal()).hasMessage("HubSpot answered 409 to create: CONFLICT (correlation id c-9)");
    }

    @Test
    void a_refusal_also_tells_status_and_limits_by_headers() {
        portal.answering(Portal.json(404, "{}").withHeader("X-HubSpot-RateLimit-Remaining", "3"));

        Exchange exchange = portal.send(CREATE, "{}");

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(HubSpotConstants.STATUS, 404)
                .containsEntry(HubSpotConstants.INTERVAL_REMAINING, 3L);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, You have reached your daily limit., DAILY",
        "TEN_SECONDLY_ROLLING, You have reached your ten_secondly_rolling limit., TEN_SECONDLY_ROLLING",
        "SECONDLY, You have reached your secondly limit., SECONDLY",
        "'', You have reached your secondly limit., SECONDLY",
        "'', You have reached your daily limit., DAILY",
        "HOURLY, You have reached your secondly limit., UNKNOWN",
        "'', Slow down, UNKNOWN",
    })
    void the_kind_of_limit_follows_the_policy_and_only_without_one_the_sentence(
            String policy, String message, HubSpotRateLimitException.Limit limit) {
        portal.answering(
                429,
                "{\"status\":\"error\",\"message\":\"" + message + "\",\"errorType\":\"RATE_LIMIT\",\"policyName\":\""
                        + policy + "\"}");

        assertThat(failure()).isInstanceOfSatisfying(HubSpotRateLimitException.class, exceeded -> {
            assertThat(exceeded.limit()).isEqualTo(limit);
            assertThat(exceeded.status()).isEqualTo(429);
            assertThat(exceeded.retryAfter()).isEmpty();
        });
    }

    @Test
    void the_pause_hubspot_asks_for_during_a_migration_is_kept() {
        portal.answering(Portal.json(477, "{}").withHeader("Retry-After", "3600"));

        assertThat(refusal().retryAfter()).contains(Duration.ofHours(1));
    }

    @Test
    void an_outage_shown_as_a_web_page_keeps_its_status() {
        portal.answering(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<h1>Bad gateway</h1>"));

        assertThat(refusal()).isNotInstanceOf(HubSpotUnreadableAnswerException.class);
        assertThat(refusal().status()).isEqualTo(502);
        assertThat(refusal()).hasMessage("HubSpot answered 502 to create; the answer was not JSON but text/html");
    }

    @ParameterizedTest
    @CsvSource({"'<html>log in</html>'", "'{\"id\":'", "'[]'", "'\"text\"'", "''"})
    void a_success_that_is_no_json_object_is_not_taken_for_an_answer(String body) {
        portal.answering(aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html")
                .withBody(body));

        assertThat(failure())
                .isInstanceOf(HubSpotUnreadableAnswerException.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void a_redirect_is_not_followed_because_it_would_carry_the_token_elsewhere() {
        portal.answering(aResponse().withStatus(302).withHeader("Location", portal.server.baseUrl() + "/elsewhere"));

        assertThat(refusal().status()).isEqualTo(302);
        assertThat(portal.received()).hasSize(1);
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_lost_not_refused() {
        portal.component().getConfiguration().setRequestTimeout(150);
        portal.answering(Portal.json(201, "{\"id\":\"1\"}").withFixedDelay(3_000));

        assertThat(failure()).isInstanceOf(HubSpotNoAnswerException.class);
    }

    @Test
    void an_answer_that_stops_half_way_is_lost() {
        portal.component().getConfiguration().setRequestTimeout(300);
        portal.answering(Portal.json(201, "{\"id\":\"" + "1".repeat(50) + "\"}").withChunkedDribbleDelay(10, 5_000));

        assertThat(failure()).isInstanceOf(HubSpotNoAnswerException.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_cut_off_by_a_broken_connection_is_lost(Fault fault) {
        portal.answering(aResponse().withFault(fault));

        assertThat(failure()).isInstanceOf(HubSpotNoAnswerException.class);
        assertThat(portal.received()).hasSize(1);
    }

    @Test
    void an_answer_arrives_although_every_thread_of_the_common_pool_is_waiting() {
        CountDownLatch done = new CountDownLatch(1);
        for (int thread = 0; thread < ForkJoinPool.getCommonPoolParallelism(); thread++) {
            ForkJoinPool.commonPool().execute(() -> awaitQuietly(done));
        }
        portal.answering(201, "{\"id\":\"1\"}");

        try {
            assertThat(failure()).isNull();
        } finally {
            done.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_refused_connection_means_the_request_was_never_sent() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        portal.component().getConfiguration().setBaseUri("http://localhost:" + closed);

        assertThat(failure()).isInstanceOf(HubSpotUnreachableException.class).hasMessageContaining("not sent");
    }

    @Test
    void a_host_without_an_address_means_the_request_was_never_sent() {
        portal.component().getConfiguration().setBaseUri("http://nowhere.invalid");

        assertThat(failure()).isInstanceOf(HubSpotUnreachableException.class);
    }
}
