package dev.interlock.routes.system.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A keyed hash proves a notice, and nothing but the right one does. */
class HmacVerifierTest {

    private static final Instant SENT = Instant.ofEpochSecond(1772366400);
    private static final String SECRET = "it's a secret";
    private static final String BODY = "{\"event\":\"deal\"}";
    private static final String HASH = "KJrq+W4sCBRaGNCEwfb4T4Ghn360XGJ2UI3Xti2S6c8=";

    private static HmacRule plain(String prefix) {
        return new HmacRule("X-Signature", "HmacSHA256", HmacRule.Encoding.HEX, prefix, "{body}", Optional.empty());
    }

    private static Verdict verdict(HmacRule rule, String secret, String body, String signature) {
        return new HmacVerifier(rule, secret, () -> SENT)
                .verify(new Notice(body.getBytes(StandardCharsets.UTF_8), Map.of("x-signature", signature)));
    }

    /** RFC 4231, test case 2. */
    @Test
    void the_published_vector_of_the_algorithm_is_genuine() {
        assertThat(verdict(
                        plain(""),
                        "Jefe",
                        "what do ya want for nothing?",
                        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
                .isInstanceOf(Verdict.Genuine.class);
    }

    /** docs.github.com, validating webhook deliveries. */
    @Test
    void a_published_webhook_with_a_word_before_the_signature_is_genuine() {
        assertThat(verdict(
                        plain("sha256="),
                        "It's a Secret to Everybody",
                        "Hello, World!",
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e",
                "sha256=",
                "sha256=zz",
                "sha256=7",
                " ",
            })
    void anything_else_in_its_place_is_rejected(String signature) {
        assertThat(verdict(plain("sha256="), "It's a Secret to Everybody", "Hello, World!", signature))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void another_body_or_another_secret_is_rejected() {
        String signature = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        assertThat(verdict(plain(""), "It's a Secret to Everybody", "Hello, World", signature))
                .isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict(plain(""), "another", "Hello, World!", signature)).isInstanceOf(Verdict.Rejected.class);
    }

    private static Verdict stamped(Duration later, String timestamp) {
        HmacRule rule = new HmacRule(
                "X-Signature",
                "HmacSHA256",
                HmacRule.Encoding.BASE64,
                "",
                "{body}{timestamp}",
                Optional.of(new HmacRule.Stamp("X-Timestamp", "epoch-seconds", Duration.ofSeconds(300))));
        return new HmacVerifier(rule, SECRET, () -> SENT.plus(later))
                .verify(new Notice(
                        BODY.getBytes(StandardCharsets.UTF_8), Map.of("X-Signature", HASH, "X-Timestamp", timestamp)));
    }

    @Test
    void a_notice_is_good_within_its_window_and_not_a_second_longer() {
        assertThat(stamped(Duration.ofSeconds(300), "1772366400")).isInstanceOf(Verdict.Genuine.class);
        assertThat(stamped(Duration.ofSeconds(-300), "1772366400")).isInstanceOf(Verdict.Genuine.class);
        assertThat(stamped(Duration.ofSeconds(301), "1772366400")).isInstanceOf(Verdict.Rejected.class);
        assertThat(stamped(Duration.ofSeconds(-301), "1772366400")).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_notice_cannot_be_made_young_again() {
        assertThat(stamped(Duration.ofHours(1), "1772370000")).isInstanceOf(Verdict.Rejected.class);
        assertThat(stamped(Duration.ZERO, "")).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_notice_tells_nothing_of_itself_in_a_log() {
        assertThat(new Notice(BODY.getBytes(StandardCharsets.UTF_8), Map.of("a", SECRET)))
                .hasToString("a notice of 16 bytes");
    }
}
