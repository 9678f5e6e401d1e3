package dev.interlock.simulation;

/** The process was killed here. Nothing of the engine may catch it, and nothing works after it. */
final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death(String where) {
        super(where);
    }
}
