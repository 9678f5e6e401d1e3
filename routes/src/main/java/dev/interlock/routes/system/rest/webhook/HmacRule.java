package dev.interlock.routes.system.rest.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * How a service signs its notices with a keyed hash.
 *
 * @param header the header of the signature
 * @param algorithm as the JDK calls it: {@code HmacSHA256}
 * @param prefix what stands before the signature: {@code sha256=}; blank for nothing
 * @param signed what is signed, with places {@code {body}} and {@code {timestamp}}
 * @param stamp how the notice tells when it was sent; empty if it does not
 */
public record HmacRule(
        String header, String algorithm, Encoding encoding, String prefix, String signed, Optional<Stamp> stamp) {

    /** How a signature is written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    /**
     * When a notice was sent.
     *
     * @param header the header that tells
     * @param form {@code epoch-seconds}, {@code epoch-millis} or {@code iso}
     * @param window how far from now it may be, either way
     */
    public record Stamp(String header, String form, Duration window) {}
}
