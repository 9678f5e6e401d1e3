package dev.interlock.sandbox.partnerstack;

/** A call that is answered with an error: it unwinds a half-checked call before anything was changed. */
final class Refused extends RuntimeException {

    private final int status;

    private Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refused bad(String message) {
        return new Refused(400, message);
    }

    static Refused missing(String message) {
        return new Refused(404, message);
    }

    static Refused because(int status, String message) {
        return new Refused(status, message);
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
