package dev.interlock.routes.system.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed token proves a notice, if it is signed in the one way that is agreed. */
class JwtVerifierTest {

    private static final Instant NOW = Instant.ofEpochSecond(1772366400);
    private static final String SECRET = "d3b07384-d9a0-4f1b-8c1e-1f2a3b4c5d6e";
    private static final String HEAD = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private static Verdict verdict(String secret, String header) {
        return new JwtVerifier("Authorization", secret, () -> NOW)
                .verify(new Notice(new byte[0], Map.of("authorization", header)));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String token(String head, String claims) {
        try {
            String signed =
                    part(head.getBytes(StandardCharsets.UTF_8)) + "." + part(claims.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The example token of jwt.io. */
    @Test
    void the_published_example_is_genuine_with_its_secret_and_with_no_other() {
        String example = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
                + ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
                + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";

        assertThat(verdict("your-256-bit-secret", example)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("your-256-bit-secret", "Bearer " + example)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("another", example)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_token_that_was_made_elsewhere_is_genuine() {
        assertThat(verdict(
                        SECRET,
                        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3NzIzNjYzOTAsImV4cCI6MTc3MjM2NzAwMH0"
                                + ".DA9AsZNlZOMT76Aka7oN_NR6rUDF8WQhUjW9xArgt0M"))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS512\"}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"]}",
                "{}",
                "[]",
                "not json"
            })
    void a_token_does_not_choose_how_it_is_checked(String head) {
        assertThat(verdict(SECRET, token(head, "{}"))).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_token_without_a_signature_is_rejected() {
        String token = token(HEAD, "{}");

        assertThat(verdict(SECRET, token.substring(0, token.lastIndexOf('.') + 1)))
                .isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict(SECRET, token.substring(0, token.lastIndexOf('.')))).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_token_is_good_until_it_expires_give_or_take_a_minute() {
        assertThat(verdict(SECRET, token(HEAD, "{\"exp\":1772366341}"))).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(SECRET, token(HEAD, "{\"exp\":1772366340}"))).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict(SECRET, token(HEAD, "{\"nbf\":1772366460}"))).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(SECRET, token(HEAD, "{\"nbf\":1772366461}"))).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict(SECRET, token(HEAD, "{\"exp\":\"never\"}"))).isInstanceOf(Verdict.Rejected.class);
    }
}
