package dev.interlock.routes.system.rest;

/** A write was not done, because the record is not the one that it was meant for any more. */
final class Outpaced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Outpaced(String message) {
        super(message);
    }
}
