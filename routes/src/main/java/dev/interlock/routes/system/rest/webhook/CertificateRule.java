package dev.interlock.routes.system.rest.webhook;

import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * How a service signs its notices by certificate.
 *
 * @param header the header of the signature, in Base64, after a word of its own perhaps
 * @param addressHeader the header that names the certificate's address
 * @param algorithmHeader the header that names the algorithm
 * @param hosts the only hosts from which a certificate is read, because the address comes from whoever calls
 * @param issuer the organisation that must have issued the certificate
 * @param subject the common name that the certificate must be for; blank for any
 * @param anchors the certificates that are trusted to begin with
 */
public record CertificateRule(
        String header,
        String addressHeader,
        String algorithmHeader,
        Set<String> hosts,
        String issuer,
        String subject,
        Set<X509Certificate> anchors) {

    public CertificateRule {
        hosts = Set.copyOf(hosts);
        anchors = Set.copyOf(anchors);
    }
}
