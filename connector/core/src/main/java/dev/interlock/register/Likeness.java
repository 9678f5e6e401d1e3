package dev.interlock.register;

import java.util.List;

/** Whether two claims are about the same customer, and what says so. */
public record Likeness(Verdict verdict, List<Evidence> evidence) {

    /** The answer. */
    public enum Verdict {
        SAME,
        UNCLEAR,
        OTHER
    }

    public Likeness {
        evidence = List.copyOf(evidence);
    }
}
