package dev.interlock.record;

/** A kind of record that is kept in step, as configuration names it: {@code partner}, {@code lead}, {@code deal}. */
public record RecordType(String name) implements Comparable<RecordType> {

    public RecordType {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a record type needs a name");
        }
    }

    @Override
    public int compareTo(RecordType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
