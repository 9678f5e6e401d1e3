package dev.interlock.hubspot;

import java.io.IOException;

/** No connection, or no login, came about: HubSpot has not seen the request, so it may safely be sent again. */
public final class HubSpotUnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    HubSpotUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
