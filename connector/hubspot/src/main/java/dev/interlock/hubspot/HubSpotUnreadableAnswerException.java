package dev.interlock.hubspot;

/**
 * The status said success, the content was not the JSON it should have been: a proxy's page, for instance. Whether a
 * write was carried out is unknown.
 */
public final class HubSpotUnreadableAnswerException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    HubSpotUnreadableAnswerException(ErrorReport report) {
        super(report);
    }
}
