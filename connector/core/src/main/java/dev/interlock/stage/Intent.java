package dev.interlock.stage;

import dev.interlock.plan.Write;
import java.time.Instant;

/**
 * One outgoing write, committed before the call that carries it out.
 *
 * @param number its number in the store, growing
 * @param operation its number among the operations of its entity and system, growing; never a hash of the payload
 * @param notBefore it waits until then
 * @param attempts how often it was sent
 */
public record Intent(long number, int operation, Write write, Status status, Instant notBefore, int attempts) {

    /** The life of an intent. */
    public enum Status {
        /** Nobody has sent it. */
        PLANNED,
        /** It is being sent, or the process died while it was. */
        SENT,
        /** It was sent and no answer came: the record must be looked up. */
        UNKNOWN,
        /** It was acknowledged. */
        CONFIRMED,
        /** It was refused and is shown in the inbox. */
        FAILED,
        /** A later plan made it pointless before it was sent, or while its fate was looked up. */
        WITHDRAWN;

        /** Which steps there are, and no others. */
        public boolean mayBecome(Status next) {
            return switch (this) {
                case PLANNED -> next == SENT || next == WITHDRAWN || next == FAILED;
                case SENT -> next != SENT && next != WITHDRAWN;
                case UNKNOWN -> next == CONFIRMED || next == PLANNED || next == WITHDRAWN || next == FAILED;
                case FAILED -> next == PLANNED || next == WITHDRAWN;
                case CONFIRMED, WITHDRAWN -> false;
            };
        }
    }
}
