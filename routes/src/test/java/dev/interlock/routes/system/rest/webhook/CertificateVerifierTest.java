package dev.interlock.routes.system.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate proves a notice, if it is trusted, of the right issuer, at an allowed address, and really signed the body. */
class CertificateVerifierTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final String ADDRESS = "https://certs.example/notices.cer";

    private final List<URI> asked = new ArrayList<>();

    private Verdict verdict(String certificate, String address, String signature) {
        return verdict(certificate, address, signature, text("notice.json"), NOW);
    }

    private Verdict verdict(String certificate, String address, String signature, String body, Instant now) {
        CertificateRule rule = new CertificateRule(
                "Authorization",
                "x-ms-certificate-url",
                "x-ms-signature-algorithm",
                Set.of("certs.example"),
                "Microsoft Corporation",
                "notices.example",
                Set.of(certificate("root.pem"), certificate("other-root.pem")));
        CertificateSource source = uri -> {
            asked.add(uri);
            if (certificate.isEmpty()) {
                throw new IOException("not there");
            }
            return List.of(certificate(certificate));
        };
        return new CertificateVerifier(rule, source, () -> now)
                .verify(new Notice(
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Authorization",
                                "Signature " + signature,
                                "X-MS-Certificate-Url",
                                address,
                                "X-MS-Signature-Algorithm",
                                "rsa-sha256")));
    }

    @Test
    void a_notice_that_a_trusted_certificate_signed_is_genuine() {
        assertThat(verdict("leaf.pem", ADDRESS, text("notice.sig"))).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://certs.example/notices.cer",
                "https://evil.example/notices.cer",
                "https://certs.example.evil.example/notices.cer",
                "https://certs.example@evil.example/notices.cer",
                "https://user@certs.example/notices.cer",
                "https://certs.example:8443/notices.cer",
                "https://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "::"
            })
    void a_certificate_is_not_even_asked_for_at_an_address_that_is_not_allowed(String address) {
        assertThat(verdict("leaf.pem", address, text("notice.sig"))).isInstanceOf(Verdict.Rejected.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_certificate_that_only_says_it_is_of_the_issuer_is_not_believed() {
        assertThat(verdict("stranger.pem", ADDRESS, text("stranger.sig"))).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_trusted_certificate_of_another_issuer_is_not_believed() {
        assertThat(verdict("other-leaf.pem", ADDRESS, text("notice.sig"))).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_genuine_certificate_does_not_make_up_for_a_wrong_signature_or_body() {
        assertThat(verdict("leaf.pem", ADDRESS, text("stranger.sig"))).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict("leaf.pem", ADDRESS, "")).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict("leaf.pem", ADDRESS, "AAAA")).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict("leaf.pem", ADDRESS, text("notice.sig"), text("notice.json") + " ", NOW))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_certificate_outside_its_time_is_not_believed() {
        assertThat(verdict(
                        "leaf.pem",
                        ADDRESS,
                        text("notice.sig"),
                        text("notice.json"),
                        Instant.parse("2020-01-01T00:00:00Z")))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void a_certificate_that_cannot_be_read_proves_nothing() {
        assertThat(verdict("", ADDRESS, text("notice.sig"))).isInstanceOf(Verdict.Rejected.class);
    }

    private static String text(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static X509Certificate certificate(String name) {
        try (InputStream in = resource(name)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(CertificateVerifierTest.class.getResourceAsStream(name), name);
    }
}
