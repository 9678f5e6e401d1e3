package dev.interlock.stage;

import java.time.Instant;
import java.util.Optional;

/**
 * All failures of one cause, and what people made of it.
 *
 * @param newest the cause as it showed last; its message is that of one record
 * @param open how many records are held up by it now
 * @param seen how often it happened since the group was opened first
 */
public record FailureGroup(
        String fingerprint, Cause newest, Handling handling, long open, long seen, Instant first, Instant last) {

    /** Whether people should look at it. */
    public enum State {
        /** They should. */
        OPEN,
        /** Not before a time, or before it is over. */
        SNOOZED,
        /** They decided to live with it. */
        IGNORED,
        /** Every record of it went through; it opens again by itself when it comes back. */
        RESOLVED
    }

    /**
     * What was decided about a group.
     *
     * @param assignee who looks after it
     * @param until when a snooze or an ignoring ends; never, if empty
     * @param by who decided this last
     * @param reason why
     */
    public record Handling(State state, Optional<String> assignee, Optional<Instant> until, String by, String reason) {

        /** Nobody has looked at it. */
        public static final Handling UNTOUCHED =
                new Handling(State.OPEN, Optional.empty(), Optional.empty(), "interlock", "");

        /** The state at a time: what was put off until then is open again. */
        public Handling at(Instant now) {
            boolean over = until.filter(end -> !end.isAfter(now)).isPresent();
            return over && state != State.RESOLVED
                    ? new Handling(State.OPEN, assignee, Optional.empty(), by, reason)
                    : this;
        }
    }
}
