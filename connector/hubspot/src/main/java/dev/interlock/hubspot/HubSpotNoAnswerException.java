package dev.interlock.hubspot;

import java.io.IOException;

/**
 * A request went out and no complete answer came back (time ran out, or the connection broke). What became of it is
 * unknown: look before writing again.
 */
public final class HubSpotNoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    HubSpotNoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
