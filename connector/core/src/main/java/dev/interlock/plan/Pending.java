package dev.interlock.plan;

/** A write that was staged earlier and is not confirmed yet. */
public record Pending(Write write, Progress progress) {

    /** How far it came. */
    public enum Progress {
        /** Nobody has seen it yet: it may be replaced. */
        PLANNED,
        /** It was sent, or may have been: nothing else may be written there until its fate is known. */
        IN_FLIGHT,
        /** It was refused: the same write is not tried again by itself. */
        REFUSED
    }

    /** Whether nothing else may be written there for now. */
    boolean isInFlight() {
        return progress == Progress.IN_FLIGHT;
    }
}
