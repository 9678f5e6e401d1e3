package dev.interlock.routes.system;

import dev.interlock.record.RecordType;

/**
 * What a call is for.
 *
 * @param type the record type it is made for; what calls are counted by
 * @param bucket the rate limit it falls under: {@code api}, {@code search}
 * @param repeat whether it may be made again when no answer came
 */
public record Errand(RecordType type, String bucket, Repeat repeat) {

    /** Whether a call may be made again when its outcome is not known. */
    public enum Repeat {
        /** It reads, or doing it twice is the same as once. */
        SAFE,
        /** It may have been carried out: whoever called must look first. */
        UNSAFE
    }

    /** A call that only reads. */
    public static Errand reading(RecordType type) {
        return new Errand(type, "api", Repeat.SAFE);
    }

    /** A call that writes. */
    public static Errand writing(RecordType type) {
        return new Errand(type, "api", Repeat.UNSAFE);
    }

    public Errand under(String otherBucket) {
        return new Errand(type, otherBucket, repeat);
    }
}
