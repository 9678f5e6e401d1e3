package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One field of an object.
 *
 * @param slot the place in a row's values, for stored fields
 * @param length the most characters, for texts
 * @param precision the most digits, for numbers
 * @param scale the digits after the point, for numbers
 * @param picklist the values offered, for picklists
 * @param referenceTo the objects a reference may point at
 * @param relationshipName the name under which the record pointed at is reached, or empty
 * @param initial what it holds when nothing was given at creation
 * @param formula the path that a calculated field reads, or empty
 */
record Field(
        int slot,
        String name,
        String label,
        FieldType type,
        Role role,
        int length,
        int precision,
        int scale,
        List<String> picklist,
        List<String> referenceTo,
        String relationshipName,
        Object initial,
        String formula,
        Set<Trait> traits) {

    Field {
        picklist = List.copyOf(picklist);
        referenceTo = List.copyOf(referenceTo);
        traits = Set.copyOf(traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean custom() {
        return name.toLowerCase(Locale.ROOT).endsWith("__c");
    }

    boolean stored() {
        return role == Role.STORED;
    }

    boolean indexed() {
        return stored() && (is(Trait.EXTERNAL_ID) || is(Trait.UNIQUE) || is(Trait.INDEXED));
    }

    /** Whether an upsert, or a relationship written by value, may name a record by this field. */
    boolean namesRecords() {
        return is(Trait.EXTERNAL_ID) || role == Role.ID;
    }

    /** What an index keeps: texts are the same whatever their capitals, unless the field says otherwise. */
    Object key(Object value) {
        return value instanceof String text && type.isText() && !is(Trait.CASE_SENSITIVE)
                ? text.toLowerCase(Locale.ROOT)
                : value;
    }
}
