package dev.interlock.routes.system.rest.webhook;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * Checks, in this order, that the certificate's address is allowed, that the certificate is trusted and of the right issuer,
 * and that it signed the body. Revocation is not asked for.
 */
final class CertificateVerifier implements WebhookVerifier {

    private static final Map<String, String> ALGORITHMS = Map.of(
            "rsa-sha256", "SHA256withRSA",
            "sha256withrsa", "SHA256withRSA",
            "rsa-sha512", "SHA512withRSA",
            "sha512withrsa", "SHA512withRSA");

    private final CertificateRule rule;
    private final CertificateSource source;
    private final InstantSource clock;

    CertificateVerifier(CertificateRule rule, CertificateSource source, InstantSource clock) {
        this.rule = rule;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Verdict verify(Notice notice) {
        Optional<byte[]> signature = notice.header(rule.header()).flatMap(CertificateVerifier::decoded);
        Optional<String> algorithm = notice.header(rule.algorithmHeader())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> Optional.ofNullable(ALGORITHMS.get(name)));
        Optional<URI> address = notice.header(rule.addressHeader()).flatMap(this::allowed);
        if (signature.isEmpty() || algorithm.isEmpty()) {
            return new Verdict.Rejected("there is no RSA signature that could be checked");
        }
        if (address.isEmpty()) {
            return new Verdict.Rejected("the certificate is not at an allowed address");
        }
        try {
            List<X509Certificate> chain = source.read(address.get());
            return chain.isEmpty()
                    ? new Verdict.Rejected("there is no certificate at that address")
                    : verdict(notice, chain, algorithm.get(), signature.get());
        } catch (IOException unread) {
            return new Verdict.Rejected("the certificate cannot be read");
        } catch (GeneralSecurityException untrusted) {
            return new Verdict.Rejected(
                    "the certificate is not trusted: " + untrusted.getClass().getSimpleName());
        }
    }

    private Verdict verdict(Notice notice, List<X509Certificate> chain, String algorithm, byte[] given)
            throws GeneralSecurityException {
        X509Certificate signer = chain.getFirst();
        checkChain(chain);
        if (!part(signer.getIssuerX500Principal(), "O").equals(Optional.of(rule.issuer()))) {
            return new Verdict.Rejected("the certificate was issued by another");
        }
        boolean named = rule.subject().isEmpty()
                || part(signer.getSubjectX500Principal(), "CN").equals(Optional.of(rule.subject()));
        if (!named) {
            return new Verdict.Rejected("the certificate is for another");
        }
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(signer.getPublicKey());
        signature.update(notice.body());
        return signature.verify(given)
                ? new Verdict.Genuine()
                : new Verdict.Rejected("the signature does not fit the body");
    }

    private void checkChain(List<X509Certificate> chain) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = rule.anchors().stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        List<X509Certificate> below =
                chain.stream().filter(each -> !rule.anchors().contains(each)).toList();
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
    }

    /** The address comes from whoever calls: anything but https to a known host would make us ask for them. */
    private Optional<URI> allowed(String address) {
        try {
            URI uri = URI.create(address);
            boolean allowed = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && rule.hosts().contains(uri.getHost().toLowerCase(Locale.ROOT))
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == 443);
            return allowed ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(String signature) {
        try {
            return Optional.of(Base64.getDecoder().decode(signature.substring(signature.lastIndexOf(' ') + 1)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> part(X500Principal principal, String type) {
        try {
            return new LdapName(principal.getName(X500Principal.RFC2253))
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .findFirst();
        } catch (InvalidNameException broken) {
            return Optional.empty();
        }
    }
}
