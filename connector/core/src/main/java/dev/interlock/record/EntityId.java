package dev.interlock.record;

/**
 * The identity of one partner, lead or deal of the real world, whatever systems know it. It is also the external key that
 * is written to systems when a record is created there, so it holds only letters, digits and dashes.
 */
public record EntityId(String value) implements Comparable<EntityId> {

    public EntityId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an entity needs an id");
        }
    }

    @Override
    public int compareTo(EntityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
