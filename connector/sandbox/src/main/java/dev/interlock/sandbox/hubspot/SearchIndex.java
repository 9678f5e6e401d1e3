package dev.interlock.sandbox.hubspot;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What search knows: the records of one type as they stood some time ago, in order of id and of last change. */
final class SearchIndex {

    static final Comparator<CrmRecord> BY_MODIFICATION =
            Comparator.comparingLong(CrmRecord::modified).thenComparingLong(CrmRecord::id);

    /** A record that search does not know of yet; empty when it went out of sight. */
    private record Change(long at, long id, Optional<CrmRecord> record) {}

    private final Deque<Change> waiting = new ArrayDeque<>();
    private final Map<Long, CrmRecord> known = new HashMap<>();
    private final NavigableMap<Long, CrmRecord> byId = new TreeMap<>();
    private final NavigableSet<CrmRecord> byModification = new TreeSet<>(BY_MODIFICATION);

    void changed(CrmRecord record, long at) {
        Optional<CrmRecord> seen = record.archived() ? Optional.empty() : Optional.of(record);
        waiting.addLast(new Change(at, record.id(), seen));
    }

    void gone(long id, long at) {
        waiting.addLast(new Change(at, id, Optional.empty()));
    }

    /** Takes in what happened up to a moment, epoch ms. */
    void catchUp(long until) {
        while (!waiting.isEmpty() && waiting.peekFirst().at() <= until) {
            Change change = waiting.removeFirst();
            CrmRecord before = known.remove(change.id());
            if (before != null) {
                byModification.remove(before);
                byId.remove(before.id());
            }
            change.record().ifPresent(record -> {
                known.put(record.id(), record);
                byId.put(record.id(), record);
                byModification.add(record);
            });
        }
    }

    Collection<CrmRecord> byId() {
        return byId.values();
    }

    /** Records last changed in a closed range of epoch ms, in order of change, then id. */
    NavigableSet<CrmRecord> modifiedBetween(ObjectType type, long from, long to) {
        if (from > to) {
            return new TreeSet<>(BY_MODIFICATION);
        }
        return byModification.subSet(edge(type, from, Long.MIN_VALUE), true, edge(type, to, Long.MAX_VALUE), true);
    }

    private static CrmRecord edge(ObjectType type, long modified, long id) {
        return new CrmRecord(type, id, 0, modified, 0, Map.of());
    }

    void clear() {
        waiting.clear();
        known.clear();
        byId.clear();
        byModification.clear();
    }
}
