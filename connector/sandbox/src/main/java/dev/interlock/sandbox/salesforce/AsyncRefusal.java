package dev.interlock.sandbox.salesforce;

/** The older Bulk API refuses a call, by a code of its own kind. */
final class AsyncRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    AsyncRefusal(String code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
