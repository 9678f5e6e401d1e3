package dev.interlock.routes.system.rest.webhook;

import java.time.InstantSource;

/** Tells genuine notices of one service from others. Safe for use by several threads. */
@FunctionalInterface
public interface WebhookVerifier {

    /** Judges one notice. Never throws for what arrived, whatever it is. */
    Verdict verify(Notice notice);

    /** Believes everything: for services that sign nothing. What it lets through may cost calls, but changes nothing. */
    static WebhookVerifier none() {
        return notice -> new Verdict.Genuine();
    }

    /** A keyed hash over the body (RFC 2104), and over the time where the service adds one. */
    static WebhookVerifier hmac(HmacRule rule, String secret, InstantSource clock) {
        return new HmacVerifier(rule, secret, clock);
    }

    /** A token in a header, signed with HMAC-SHA256 (RFC 7519, RFC 7518 section 3.2). It does not cover the body. */
    static WebhookVerifier jwt(String header, String secret, InstantSource clock) {
        return new JwtVerifier(header, secret, clock);
    }

    /** An RSA signature over the body, by a certificate whose address the notice names. */
    static WebhookVerifier certificate(CertificateRule rule, CertificateSource source, InstantSource clock) {
        return new CertificateVerifier(rule, source, clock);
    }
}
