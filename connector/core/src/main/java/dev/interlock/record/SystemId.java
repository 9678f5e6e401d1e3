package dev.interlock.record;

/** One connected system, by the name its configuration gives it: {@code salesforce}, {@code hubspot}. */
public record SystemId(String name) implements Comparable<SystemId> {

    public SystemId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a system needs a name");
        }
    }

    @Override
    public int compareTo(SystemId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
