package dev.interlock.sandbox.hubspot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The records of one type: the living by id and by unique value, the archived, and where merged-away ids lead. */
final class RecordStore {

    private final Supplier<List<String>> uniqueProperties;
    private final NavigableMap<Long, CrmRecord> live = new TreeMap<>();
    private final NavigableMap<Long, CrmRecord> archived = new TreeMap<>();
    private final Map<Long, Long> mergedInto = new HashMap<>();
    private final Map<String, Map<String, Long>> unique = new HashMap<>();
    private final SearchIndex index = new SearchIndex();

    RecordStore(Supplier<List<String>> uniqueProperties) {
        this.uniqueProperties = uniqueProperties;
    }

    void put(CrmRecord record, long at) {
        forget(record.id());
        if (record.archived()) {
            archived.put(record.id(), record);
        } else {
            live.put(record.id(), record);
            uniqueProperties
                    .get()
                    .forEach(property -> keys(record, property)
                            .forEach(key -> taken(property).put(key, record.id())));
        }
        index.changed(record, at);
    }

    private void forget(long id) {
        archived.remove(id);
        CrmRecord before = live.remove(id);
        if (before != null) {
            uniqueProperties
                    .get()
                    .forEach(property -> keys(before, property)
                            .forEach(key -> taken(property).remove(key, id)));
        }
    }

    /** Leaves no trace, as merging away and erasing do. */
    void remove(long id, long at) {
        forget(id);
        index.gone(id, at);
    }

    void leadTo(long oldId, long newId) {
        if (oldId != newId) {
            mergedInto.put(oldId, newId);
        }
    }

    /** Where an id leads today, through all merges. */
    long resolve(long id) {
        long now = id;
        for (Long next = mergedInto.get(now); next != null; next = mergedInto.get(now)) {
            now = next;
        }
        return now;
    }

    Optional<CrmRecord> live(long id) {
        return Optional.ofNullable(live.get(resolve(id)));
    }

    Optional<CrmRecord> archived(long id) {
        return Optional.ofNullable(archived.get(id));
    }

    Optional<CrmRecord> byUnique(String property, String value) {
        return Optional.ofNullable(taken(property).get(value.toLowerCase(Locale.ROOT)))
                .map(live::get);
    }

    private Map<String, Long> taken(String property) {
        return unique.computeIfAbsent(property, any -> new HashMap<>());
    }

    private static List<String> keys(CrmRecord record, String property) {
        String own = record.text(property).orElse("");
        // Secondary addresses collide like first ones.
        String all = property.equals("email")
                ? own + ";" + record.text("hs_additional_emails").orElse("")
                : own;
        return Arrays.stream(property.equals("email") ? all.split(";") : new String[] {all})
                .map(key -> key.toLowerCase(Locale.ROOT))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    NavigableMap<Long, CrmRecord> live() {
        return live;
    }

    NavigableMap<Long, CrmRecord> archived() {
        return archived;
    }

    SearchIndex index() {
        return index;
    }

    void clear() {
        live.clear();
        archived.clear();
        mergedInto.clear();
        unique.clear();
        index.clear();
    }
}
