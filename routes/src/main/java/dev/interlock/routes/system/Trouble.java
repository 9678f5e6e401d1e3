package dev.interlock.routes.system;

import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A call to a system that did not bring an answer one could use, and what that means for whoever called. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a failed call means. */
    public enum Kind {
        /** A limit was reached; nothing was done. It works again later. */
        LIMIT,
        /** The system is down or busy, or could not be reached; nothing was done. */
        OUTAGE,
        /** The request was sent and no answer came: it may have been carried out. */
        NO_ANSWER,
        /** The credentials are wrong or expired. */
        LOGIN,
        /** The credentials are right, but do not allow this. */
        PERMISSION,
        /** The request was wrong. */
        REFUSED,
        /** There is no such record or object. */
        NOT_FOUND,
        /** The answer could not be read. */
        NONSENSE
    }

    private final Kind kind;
    private final transient Failure failure;
    private final @org.jspecify.annotations.Nullable Duration after;

    public Trouble(Kind kind, Failure failure, Optional<Duration> after) {
        // Whatever reports an exception may log its message, and the words of a system may quote a record.
        super(failure.code());
        this.kind = kind;
        this.failure = failure;
        this.after = after.orElse(null);
    }

    public static Trouble of(Kind kind, String code, String message) {
        return new Trouble(kind, new Failure(code, message, List.of(), ""), Optional.empty());
    }

    public Kind kind() {
        return kind;
    }

    public Failure failure() {
        return failure;
    }

    /** The code and the system's own words, for the person who asked. They may quote a record, so they are not for a log. */
    public String told() {
        return failure.code() + ": " + failure.message();
    }

    /** How long the system asked to be left alone. */
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }

    /** What it means for a write that the call carried. */
    public Delivery asDelivery() {
        return switch (kind) {
            case LIMIT, OUTAGE, LOGIN -> new Delivery.TryLater(failure, after());
            case NO_ANSWER, NONSENSE -> new Delivery.Unknown(failure);
            case PERMISSION, REFUSED, NOT_FOUND -> new Delivery.Refused(failure);
        };
    }
}
