package dev.interlock.store;

import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Older ids of records. An alias belongs to an entity and means its current record of that system and type. None is ever
 * forgotten: a system may mention an old id years later.
 */
final class Aliases {

    private final Session session;

    Aliases(Session session) {
        this.session = session;
    }

    private record Slot(String entity, SystemId system, RecordType type) {}

    /** The aliases of some entities. */
    static final class Known {
        private final Map<Slot, Set<String>> bySlot = new HashMap<>();

        Set<String> of(String entity, RecordKey current) {
            Set<String> known = bySlot.getOrDefault(new Slot(entity, current.system(), current.type()), Set.of());
            if (!known.contains(current.id())) {
                return known;
            }
            Set<String> others = new TreeSet<>(known);
            others.remove(current.id());
            return others;
        }
    }

    Known of(Collection<String> entities) {
        Known known = new Known();
        session.rows(
                "select entity, system, type, old_id from unnest(cast(? as varchar array)) as asked (wanted) join alias on entity = wanted",
                row -> known.bySlot
                        .computeIfAbsent(
                                new Slot(
                                        row.getString(1),
                                        new SystemId(row.getString(2)),
                                        new RecordType(row.getString(3))),
                                slot -> new TreeSet<>())
                        .add(row.getString(4)),
                entities);
        return known;
    }

    Map<RecordKey, String> entities(Collection<RecordKey> keys) {
        Map<RecordKey, String> found = new HashMap<>();
        Shadows.byKind(keys)
                .forEach((kind, ids) -> session.rows(
                        "select old_id, entity from unnest(cast(? as varchar array)) as asked (wanted) join alias on old_id = wanted and system = ? and type = ?",
                        row -> found.put(kind.key(row.getString(1)), row.getString(2)),
                        ids,
                        kind.system().name(),
                        kind.type().name()));
        return found;
    }

    /** Adds what is new; an alias that meant another entity means this one from now on. */
    void save(Collection<Shadows.Placed> placed) {
        Map<RecordKey, String> wanted = new LinkedHashMap<>();
        for (Shadows.Placed each : placed) {
            RecordKey key = each.shadow().key();
            each.shadow()
                    .aliases()
                    .forEach(old -> wanted.put(new RecordKey(key.system(), key.type(), old), each.entity()));
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<RecordKey, String> stored = entities(wanted.keySet());
        wanted.entrySet().removeIf(each -> each.getValue().equals(stored.get(each.getKey())));
        session.batch(
                "update alias set entity = ? where old_id = ? and system = ? and type = ?",
                parameters(wanted, stored.keySet()::contains));
        session.batch(
                "insert into alias (entity, old_id, system, type) values (?, ?, ?, ?)",
                parameters(wanted, key -> !stored.containsKey(key)));
    }

    void redirect(String from, String to) {
        session.run("update alias set entity = ? where entity = ?", to, from);
    }

    private static List<@Nullable Object[]> parameters(
            Map<RecordKey, String> aliases, java.util.function.Predicate<RecordKey> which) {
        return aliases.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .map(each -> new @Nullable Object[] {
                    each.getValue(),
                    each.getKey().id(),
                    each.getKey().system().name(),
                    each.getKey().type().name()
                })
                .toList();
    }
}
