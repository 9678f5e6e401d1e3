package dev.interlock.register;

/** What a channel manager can answer, and what the partner is told then: never anything about others. */
public enum Choice {
    APPROVE("approved", "Your registration is approved."),
    REJECT("rejected", "Your registration cannot be approved under the registration rules."),
    QUEUE_BEHIND("queued", "Your registration is on hold; we come back to it if the situation changes."),
    LINK_TO_EXISTING("approved", "Your registration is approved and joined with a deal that is under way."),
    MERGE("duplicate", "This was registered by you before; go on with your first registration."),
    KEEP_APART("approved", "Your registration is approved."),
    RECLASSIFY_ASSISTED("approved", "Your registration is approved as an assisted deal."),
    RECLASSIFY_FULFILLED("approved", "Your registration is approved for fulfilment."),
    CO_SELL_SPLIT("approved", "Your registration is approved as a joint deal."),
    EXTEND("approved", "The protection of your registration is extended."),
    RETURN_FOR_INFORMATION("returned", "Please tell us more about the customer and the project.");

    private final String status;
    private final String message;

    Choice(String status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The status that the PRM gets. */
    public String status() {
        return status;
    }

    /** What the partner reads. */
    public String message() {
        return message;
    }
}
