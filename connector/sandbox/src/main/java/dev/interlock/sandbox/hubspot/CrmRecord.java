package dev.interlock.sandbox.hubspot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record as it stood at one moment; a change makes another one.
 *
 * @param created epoch ms
 * @param modified epoch ms
 * @param archivedAt epoch ms, or 0 while it lives
 */
record CrmRecord(ObjectType type, long id, long created, long modified, long archivedAt, Map<String, Value> values) {

    CrmRecord {
        values = Map.copyOf(values);
    }

    boolean archived() {
        return archivedAt != 0;
    }

    /** The value of a property; empty when it was never set, and an empty text when it was cleared. */
    Optional<String> text(String property) {
        return switch (property) {
            case "hs_object_id" -> Optional.of(Long.toString(id));
            case "createdate", "hs_createdate" -> Optional.of(Stamps.iso(created));
            case "lastmodifieddate" -> Optional.of(Stamps.iso(modified));
            // A contact has this property too, but it is not the one that follows its edits.
            case "hs_lastmodifieddate" ->
                Optional.of(Stamps.iso(type.equals(ObjectType.CONTACTS) ? created : modified));
            default -> Optional.ofNullable(values.get(property)).map(Value::text);
        };
    }

    /** The value, if there is one and it is not blank. */
    Optional<String> filled(String property) {
        return text(property).filter(text -> !text.isEmpty());
    }

    CrmRecord with(Map<String, String> changes, Source by, long at) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        changes.forEach((property, text) -> {
            Value before = changed.get(property);
            changed.put(property, before == null ? new Value(text, at, by) : before.then(text, at, by));
        });
        return new CrmRecord(type, id, created, at, archivedAt, changed);
    }

    CrmRecord touched(long at) {
        return new CrmRecord(type, id, created, at, archivedAt, values);
    }

    CrmRecord archivedAs(long at) {
        return new CrmRecord(type, id, created, modified, at, values);
    }

    CrmRecord renumbered(long newId) {
        return new CrmRecord(type, newId, created, modified, archivedAt, values);
    }
}
