package dev.interlock.app;

import dev.interlock.routes.system.Trouble;

/** With what the program ends. */
enum Exit {
    OK(0),
    /** Finished, with failed or conflicted records. */
    UNFINISHED(1),
    /** Wrong use, or an invalid configuration. */
    CONFIGURATION(2),
    /** Wrong credentials, or a missing permission. */
    NOT_ALLOWED(3),
    /** A system is unavailable, or its limits are used up. */
    UNAVAILABLE(4),
    /** There are changes, or the plan does not fit any more. */
    CHANGES(5),
    /** The local store has a problem. */
    STORE(6);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Exit of(Trouble trouble) {
        return switch (trouble.kind()) {
            case LOGIN, PERMISSION -> NOT_ALLOWED;
            case LIMIT, OUTAGE, NO_ANSWER, NONSENSE -> UNAVAILABLE;
            case REFUSED, NOT_FOUND -> UNFINISHED;
        };
    }
}
