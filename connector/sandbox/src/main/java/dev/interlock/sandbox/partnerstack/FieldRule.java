package dev.interlock.sandbox.partnerstack;

/**
 * What may be written to one standard field.
 *
 * @param name as in the body
 * @param kind what values it takes
 * @param longest the most characters, for texts
 * @param onCreate whether a create must, may or must not carry it
 * @param onPatch whether a patch may carry it
 */
record FieldRule(String name, Kind kind, int longest, Presence onCreate, Presence onPatch) {

    /** What values a field takes. */
    enum Kind {
        TEXT,
        EMAIL,
        /** A 32-bit whole number of cents. */
        CENTS,
        /** yyyy-MM-dd. */
        DAY,
        FLAG,
        TEXTS,
        SOURCE,
        STATUS
    }

    /** Whether a body must, may or must not carry a field. */
    enum Presence {
        REQUIRED,
        ALLOWED,
        REFUSED
    }

    static FieldRule required(String name, Kind kind) {
        return new FieldRule(name, kind, 255, Presence.REQUIRED, Presence.ALLOWED);
    }

    static FieldRule allowed(String name, Kind kind) {
        return new FieldRule(name, kind, 255, Presence.ALLOWED, Presence.ALLOWED);
    }

    FieldRule atMost(int characters) {
        return new FieldRule(name, kind, characters, onCreate, onPatch);
    }

    FieldRule neverPatched() {
        return new FieldRule(name, kind, longest, onCreate, Presence.REFUSED);
    }

    FieldRule neverSent() {
        return new FieldRule(name, kind, longest, Presence.REFUSED, Presence.REFUSED);
    }
}
