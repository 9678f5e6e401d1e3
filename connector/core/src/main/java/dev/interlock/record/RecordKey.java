package dev.interlock.record;

/**
 * One record of one system. The same id may mean different records under different types (HubSpot numbers each object
 * type on its own), so the type is part of the key.
 *
 * @param id the system's own id, in the one spelling the system's shape chose (Salesforce: 18 characters)
 */
public record RecordKey(SystemId system, RecordType type, String id) {

    public RecordKey {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a record of " + system + " needs an id");
        }
    }

    @Override
    public String toString() {
        return system + " " + type + " " + id;
    }
}
