package dev.interlock.register;

import java.util.Locale;

/** What a channel manager is told of, and what waits for it. */
public enum FlagType {
    DUPLICATE_SAME_PARTNER(true),
    PARTNER_OVERLAP(true),
    DIRECT_OVERLAP(true),
    EXISTING_CUSTOMER(false),
    INCUMBENT(true),
    DISTRIBUTOR_CHAIN(false),
    TENDER_MULTI_BID(false),
    DOUBLE_CREDIT(true),
    TERRITORY(true),
    IDENTITY_AMBIGUOUS(true),
    OUT_OF_BAND(false),
    PROTECTION_LAPSED(false),
    STATE_GATED(true);

    private final boolean holds;

    FlagType(boolean holds) {
        this.holds = holds;
    }

    /** Whether nothing is created in the CRM before it is decided. */
    public boolean holdsCreation() {
        return holds;
    }

    /** The id of the rule that raises it: {@code partner-overlap}. */
    public String ruleId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
