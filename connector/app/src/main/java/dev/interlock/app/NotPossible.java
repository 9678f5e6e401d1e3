package dev.interlock.app;

/** A command cannot do what it was asked; the message says why, and what to do. */
final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    NotPossible(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
