package dev.interlock.sandbox;

/**
 * What goes wrong with one of the next calls.
 *
 * @param kind what happens
 * @param status the HTTP status to answer with, for {@link Kind#STATUS}
 * @param body the body to answer with, for {@link Kind#STATUS}
 * @param delayMillis how long the answer takes, for {@link Kind#SLOW} and {@link Kind#DRIP}
 * @param method only calls of this HTTP method, or empty for any
 * @param path only calls whose path contains this text, or empty for any
 * @param retryAfter the value of a Retry-After header, or empty for none
 */
public record Fault(
        Kind kind, int status, String body, int delayMillis, String method, String path, String retryAfter) {

    /** What can go wrong. */
    public enum Kind {
        /** The service answers with a status and does nothing. */
        STATUS,
        /** The service does its work, then the answer takes long. */
        SLOW,
        /** The service does its work and commits, then the connection is cut before the answer. */
        DROP_AFTER_COMMIT,
        /** The connection is cut before the service does anything. */
        DROP_BEFORE,
        /** The service does its work, then answers with bytes that are not what they claim to be. */
        GARBAGE,
        /** The service does its work, then the connection is cut in the middle of the answer's body. */
        TORN,
        /** The service does its work, then the body drips over {@code delayMillis}. */
        DRIP,
        /** The service does its work, then answers with the first half of its JSON, as if that were all. */
        HALF,
        /** The service does its work, then answers with its status and no body. */
        EMPTY,
        /** The service does its work, then says that its JSON is plain text. */
        MISLABELLED,
        /** Something before the service answers 200 with a page for people; the service does nothing. */
        PAGE,
        /** Something before the service sends the caller to another host; the service does nothing. */
        REDIRECT
    }

    boolean concerns(Call call) {
        return (method.isEmpty() || method.equalsIgnoreCase(call.method()))
                && (path.isEmpty() || call.path().contains(path));
    }
}
