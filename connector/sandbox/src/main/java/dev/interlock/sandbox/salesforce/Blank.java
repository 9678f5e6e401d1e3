package dev.interlock.sandbox.salesforce;

/** The value of a field that holds nothing. */
enum Blank {
    BLANK
}
