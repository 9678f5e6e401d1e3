package dev.interlock.routes.system.rest.webhook;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where certificates are read from. It is asked for allowed addresses only, and may remember what it read. */
@FunctionalInterface
public interface CertificateSource {

    /**
     * The certificate at an address, and those that lead from it towards an anchor, in that order. Redirects must not be
     * followed: they would lead around the allowed hosts.
     *
     * @throws IOException if there is none
     */
    List<X509Certificate> read(URI address) throws IOException;
}
