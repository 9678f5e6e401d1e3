package dev.interlock.routes.system.rest.webhook;

/** Whether a notice is what it says it is. */
public sealed interface Verdict {

    /** The service sent it. */
    record Genuine() implements Verdict {}

    /**
     * It cannot be believed.
     *
     * @param why for the operator's log; never for whoever sent it
     */
    record Rejected(String why) implements Verdict {}
}
