package dev.interlock.hubspot;

/**
 * The login was refused, so the call it was meant for was never made. Its status is the login's: a 400 here means
 * wrong credentials, not a wrong record.
 */
public final class HubSpotLoginException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    HubSpotLoginException(ErrorReport report) {
        super(report);
    }
}
