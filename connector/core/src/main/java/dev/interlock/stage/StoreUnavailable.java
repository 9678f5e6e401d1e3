package dev.interlock.stage;

/** The staging store cannot be used: locked, full, corrupt, unreachable. Its message says which, and what to do. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
