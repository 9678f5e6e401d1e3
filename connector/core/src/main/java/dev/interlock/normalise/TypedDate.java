package dev.interlock.normalise;

import java.time.LocalDate;

/** A day as people type it. Which of two numbers is the month is told by the numbers or not at all: it is never guessed. */
public sealed interface TypedDate {

    /** It can only be this day. */
    record Sure(LocalDate day) implements TypedDate {}

    /** It is one of two days, by the habit of whoever typed it: {@code 3/4/2027}. */
    record Either(LocalDate dayFirst, LocalDate monthFirst) implements TypedDate {}

    /** It is no day; a year of two digits makes none either. */
    record None() implements TypedDate {}

    /** Reads ISO dates, {@code 31.1.2027}, {@code 1/31/2027}, {@code 31 January 2027} and {@code Jan 31, 2027}. */
    static TypedDate read(String text) {
        return DateNotations.read(Wording.squeeze(text));
    }
}
