package dev.interlock.routes.system.rest;

import dev.interlock.routes.system.Connection;
import dev.interlock.routes.system.rest.webhook.CertificateRule;
import dev.interlock.routes.system.rest.webhook.CertificateSource;
import dev.interlock.routes.system.rest.webhook.HmacRule;
import dev.interlock.routes.system.rest.webhook.WebhookVerifier;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a described service proves its notices. Secrets are named by their keys under the connection. */
sealed interface Webhooks {

    /** It does not. */
    record Unproven() implements Webhooks {}

    record Hashed(String secret, HmacRule rule) implements Webhooks {}

    record Token(String secret, String header) implements Webhooks {}

    /** @param rule without anchors, which the receiver brings */
    record Certified(CertificateRule rule) implements Webhooks {}

    static Webhooks read(Keys keys) {
        return switch (keys.required("verify")) {
            case "hmac" -> new Hashed(keys.required("secret"), hmac(keys));
            case "jwt" -> new Token(keys.required("secret"), keys.text("header", "Authorization"));
            case "certificate" -> new Certified(certificate(keys));
            default -> new Unproven();
        };
    }

    private static HmacRule hmac(Keys keys) {
        Set<String> places = Set.of("body", "timestamp");
        Template signed = keys.template("signed", "{body}", places);
        Optional<HmacRule.Stamp> stamp = keys.yaml()
                .text("timestamp")
                .map(header -> new HmacRule.Stamp(
                        header,
                        keys.text("timestampAs", "epoch-seconds"),
                        keys.duration("window", Duration.ofMinutes(5))));
        if (!signed.places().contains("body")) {
            keys.problem("signed", "the body must be signed: write {body}");
        }
        if (signed.places().contains("timestamp") != stamp.isPresent()) {
            keys.problem(
                    "a time that is not signed proves nothing: say both 'timestamp' and a 'signed' with {timestamp}");
        }
        return new HmacRule(
                keys.required("header"),
                keys.text("algorithm", "HmacSHA256"),
                keys.text("encoding", "hex").equals("base64") ? HmacRule.Encoding.BASE64 : HmacRule.Encoding.HEX,
                keys.text("prefix", ""),
                signed.text(),
                stamp);
    }

    private static CertificateRule certificate(Keys keys) {
        Set<String> hosts = keys.words("hosts").stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (hosts.isEmpty()) {
            keys.problem(
                    "name the 'hosts' that certificates may be read from, because the address comes from the caller");
        }
        return new CertificateRule(
                keys.text("header", "Authorization"),
                keys.required("certificate"),
                keys.required("algorithmHeader"),
                hosts,
                keys.required("issuer"),
                keys.text("subject", ""),
                Set.of());
    }

    /** What the receiver of notices asks whether one is genuine. */
    default WebhookVerifier verifier(Connection connection, Trust trust, InstantSource clock) {
        return switch (this) {
            case Unproven unproven -> WebhookVerifier.none();
            case Hashed hashed -> WebhookVerifier.hmac(hashed.rule(), connection.secret(hashed.secret()), clock);
            case Token token -> WebhookVerifier.jwt(token.header(), connection.secret(token.secret()), clock);
            case Certified certified ->
                WebhookVerifier.certificate(anchored(certified.rule(), trust.anchors()), trust.source(), clock);
        };
    }

    /** What a receiver trusts: where certificates are read, and those it begins with. */
    record Trust(CertificateSource source, Set<X509Certificate> anchors) {}

    private static CertificateRule anchored(CertificateRule rule, Set<X509Certificate> anchors) {
        return new CertificateRule(
                rule.header(),
                rule.addressHeader(),
                rule.algorithmHeader(),
                rule.hosts(),
                rule.issuer(),
                rule.subject(),
                anchors);
    }
}
