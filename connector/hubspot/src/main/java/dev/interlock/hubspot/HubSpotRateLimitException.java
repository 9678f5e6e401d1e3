package dev.interlock.hubspot;

import java.util.Locale;

/** One of the account's limits is used up (status 429). HubSpot does not say how long to wait; the limit's kind does. */
public final class HubSpotRateLimitException extends HubSpotException {

    private static final long serialVersionUID = 1L;

    /** Which limit was reached. Source: HubSpot's usage guidelines, and for searches the text its own clients match. */
    public enum Limit {
        /** The day's calls are used up: nothing goes until midnight in the account's time zone. */
        DAILY,
        /** The burst is used up: wait out the interval of ten seconds. */
        TEN_SECONDLY_ROLLING,
        /** Too many searches in this second: only searches have to slow down. */
        SECONDLY,
        /** HubSpot named no limit that is known. */
        UNKNOWN
    }

    private final Limit limit;

    HubSpotRateLimitException(ErrorReport report) {
        super(report);
        this.limit = limit(report.policyName(), report.detail());
    }

    public Limit limit() {
        return limit;
    }

    /** By the policy's name; answers to searches often have none and are known by their sentence alone. */
    private static Limit limit(String policyName, String detail) {
        return switch (policyName.toUpperCase(Locale.ROOT)) {
            case "DAILY" -> Limit.DAILY;
            case "TEN_SECONDLY_ROLLING" -> Limit.TEN_SECONDLY_ROLLING;
            case "SECONDLY" -> Limit.SECONDLY;
            case "" -> byDetail(detail.toLowerCase(Locale.ROOT));
            default -> Limit.UNKNOWN;
        };
    }

    private static Limit byDetail(String detail) {
        return switch (detail) {
            case "you have reached your daily limit." -> Limit.DAILY;
            case "you have reached your ten_secondly_rolling limit." -> Limit.TEN_SECONDLY_ROLLING;
            case "you have reached your secondly limit." -> Limit.SECONDLY;
            default -> Limit.UNKNOWN;
        };
    }
}
