package dev.interlock.routes.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.deliver.Delivery;
import dev.interlock.routes.system.rest.webhook.Notice;
import dev.interlock.routes.system.rest.webhook.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer means is what the description says it means. */
class RestAnswersTest {

    private static final String THINGS = """
            objects:
              things: { path: /things, list: { items: ., cursorFrom: none } }
            """;

    @AutoClose
    private final Described service = new Described();

    @ParameterizedTest
    @CsvSource({
        "429,,TryLater",
        "406,,TryLater",
        "400,ThrottlingException,TryLater",
        "400,Other,Refused",
        "200,ThrottlingException,TryLater"
    })
    void a_service_says_in_its_own_way_that_it_was_asked_too_much(int status, String code, String outcome) {
        service.server.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Retry-After", "100")
                        .withBody(code == null ? "<slow down>" : "{\"ok\":false,\"error\":\"" + code + "\"}")));
        Rest rest = service.by("""
                login: { scheme: bearer, secret: token }
                throttled: { statuses: [429, 406], codes: [ThrottlingException], writesPerSecond: 50 }
                success: { at: ok, not: ["false"] }
                objects:
                  things: { path: /things, list: { items: ., cursorFrom: none } }
                """);

        assertThat(Described.create(rest, "x", "1").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void an_answer_that_carries_an_error_inside_is_no_success() {
        service.server.stubFor(
                post(anyUrl()).willReturn(okJson("{\"status\":\"error\",\"why\":\"no partner\",\"id\":\"a\"}")));
        Rest rest = service.by("""
                login: { scheme: bearer, secret: token }
                success: { at: status, not: [error] }
                errors: { code: code, message: why }
                objects:
                  things: { path: /things, list: { items: ., cursorFrom: none } }
                """);

        assertThat(Described.create(rest, "x", "1"))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.failure().message()).isEqualTo("no partner"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100                           | 100",
                "Sun, 01 Mar 2026 12:03:20 GMT | 200",
                "soon                          | 300",
                "                              | 300"
            })
    void a_service_is_left_alone_as_long_as_it_asks_or_as_its_description_says(String retryAfter, long seconds) {
        service.server.stubFor(post(anyUrl())
                .willReturn(
                        retryAfter == null
                                ? aResponse().withStatus(429)
                                : aResponse().withStatus(429).withHeader("Retry-After", retryAfter)));
        Rest rest = service.by("""
                login: { scheme: bearer, secret: token }
                throttled: { pause: 5m }
                """ + THINGS);

        assertThat(Described.create(rest, "x", "1"))
                .isInstanceOfSatisfying(
                        Delivery.TryLater.class,
                        later -> assertThat(later.after()).contains(Duration.ofSeconds(seconds)));
    }

    @Test
    void an_answer_without_a_body_is_judged_by_its_status() {
        service.server.stubFor(patch(anyUrl()).willReturn(noContent()));
        Rest rest = service.by("""
                login: { scheme: bearer, secret: token }
                success: { at: ok, is: ["true"] }
                """ + THINGS);

        assertThat(Described.update(rest, "x", "1")).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void a_notice_is_judged_as_the_description_says() {
        service.now.set(Instant.ofEpochSecond(1772366400));
        Rest rest = service.with("""
                token: t
                hook: "it's a secret"
                login: { scheme: bearer, secret: token }
                webhook: { verify: hmac, secret: hook, header: X-Sign, encoding: base64, timestamp: X-Time, signed: "{body}{timestamp}" }
                """ + THINGS);
        Map<String, String> headers =
                Map.of("X-Sign", "KJrq+W4sCBRaGNCEwfb4T4Ghn360XGJ2UI3Xti2S6c8=", "X-Time", "1772366400");

        assertThat(verdict(rest, "{\"event\":\"deal\"}", headers)).containsInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(rest, "{\"event\":\"lead\"}", headers)).containsInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void of_a_service_that_is_not_said_to_send_notices_none_can_be_judged() {
        assertThat(verdict(service.by("login: { scheme: bearer, secret: token }\n" + THINGS), "", Map.of()))
                .isEmpty();
    }

    private static Optional<Verdict> verdict(Rest rest, String body, Map<String, String> headers) {
        return rest.webhookVerifier(address -> List.of(), Set.of())
                .map(verifier -> verifier.verify(new Notice(body.getBytes(StandardCharsets.UTF_8), headers)));
    }
}
