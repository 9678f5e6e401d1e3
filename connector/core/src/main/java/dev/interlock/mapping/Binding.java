package dev.interlock.mapping;

/**
 * How one canonical field appears in one system.
 *
 * @param at where the configuration says so
 */
public record Binding(Lens lens, Direction direction, Spot at) {

    /** Which way values travel. */
    public enum Direction {
        BOTH,
        /** Read only: never written there. */
        IN,
        /** Written only: an edit there never counts. */
        OUT
    }

    public boolean isRead() {
        return direction != Direction.OUT;
    }

    public boolean isWritten() {
        return direction != Direction.IN;
    }
}
