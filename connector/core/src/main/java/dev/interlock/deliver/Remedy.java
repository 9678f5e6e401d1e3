package dev.interlock.deliver;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one kind of failure: an entry of the {@link Catalogue}.
 *
 * @param id vendor and words: {@code salesforce/string-too-long}
 * @param meaning in plain words
 * @param steps what to do, in order
 * @param source where the system's maker documents it
 */
public record Remedy(
        String id, Kind kind, Heals heals, Who who, String meaning, List<String> steps, Optional<String> source) {

    /** What kind of thing went wrong. */
    public enum Kind {
        /** A value is not what the system takes. */
        VALUE,
        /** Something that must be there is not. */
        MISSING,
        /** The system could not be reached, or did not answer. */
        CONNECTION,
        /** It passes by itself: a lock, a restart. */
        INTERMITTENT,
        /** Too many calls, or too much of something. */
        LIMIT,
        /** More than fits. */
        TOO_LARGE,
        /** Something could not be read. */
        PARSE,
        /** There is one already. */
        DUPLICATE,
        /** The login may not do this. */
        PERMISSION,
        /** Somebody else changed it, or it is not what it was believed to be. */
        CONFLICT,
        /** The system's fields or choices are not what the configuration says. */
        SCHEMA_DRIFT,
        /** A rule of the system's owner forbids it. */
        POLICY,
        /** The login is not accepted. */
        LOGIN,
        /** The record is not there any more. */
        GONE,
        /** Nobody knows. */
        UNKNOWN
    }

    /** Whether the same attempt can succeed later. */
    public enum Heals {
        /** It can, without anybody doing anything. */
        BY_ITSELF,
        /** It can, once somebody has mended something. */
        AFTER_FIX,
        /** It cannot. */
        NEVER
    }

    /** Who can mend it. */
    public enum Who {
        NOBODY,
        REVOPS,
        CRM_ADMIN,
        PRM_ADMIN,
        INTERLOCK_ADMIN,
        CHANNEL_MANAGER
    }

    public Remedy {
        steps = List.copyOf(steps);
    }
}
