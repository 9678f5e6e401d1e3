package dev.interlock.store;

import dev.interlock.plan.Shadow;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each system is known to hold, and under which ids. */
final class Shadows {

    private final Session session;
    private final Aliases aliases;
    private final Successors successors;

    Shadows(Session session) {
        this.session = session;
        this.aliases = new Aliases(session);
        this.successors = new Successors(session);
    }

    /** A shadow of an entity. */
    record Placed(String entity, Shadow shadow) {}

    /** Per entity its current shadows. */
    Map<String, Map<SystemId, Shadow>> current(Collection<String> entities) {
        Aliases.Known known = aliases.of(entities);
        Successors.Known became = successors.of(entities);
        Map<String, Map<SystemId, Shadow>> all = new HashMap<>();
        for (ShadowRow row : rowsOf(entities)) {
            if (row.current()) {
                all.computeIfAbsent(row.entity(), id -> new TreeMap<>())
                        .put(
                                row.key().system(),
                                row.shadow(
                                        known.of(row.entity(), row.key()),
                                        became.of(row.entity(), row.key().system())));
            }
        }
        return all;
    }

    /** Which entities these records belong to, by id, else by alias. */
    Map<RecordKey, String> entities(Collection<RecordKey> keys) {
        Map<RecordKey, String> found = new HashMap<>();
        byKind(keys)
                .forEach((kind, ids) -> session.rows(
                        "select ext_id, entity from unnest(cast(? as varchar array)) as asked (wanted) join shadow on ext_id = wanted and system = ? and type = ?",
                        row -> found.put(kind.key(row.getString(1)), row.getString(2)),
                        ids,
                        kind.system().name(),
                        kind.type().name()));
        List<RecordKey> rest =
                keys.stream().filter(key -> !found.containsKey(key)).toList();
        found.putAll(aliases.entities(rest));
        return found;
    }

    /** What is known of a record that does not stand for its entity. */
    Optional<Shadow> bystander(RecordKey key) {
        return session
                .rows(
                        "select " + ShadowRow.COLUMNS
                                + " from shadow where ext_id = ? and system = ? and type = ? and not is_current",
                        ShadowRow::read,
                        key.id(),
                        key.system().name(),
                        key.type().name())
                .stream()
                .map(row -> row.shadow(Set.of(), Set.of()))
                .findFirst();
    }

    /**
     * Stores shadows and makes each the one that stands for its entity in its system.
     *
     * @throws IllegalStateException if the record is in step as another entity
     */
    void save(Collection<Placed> placed) {
        Map<RecordKey, Placed> wanted = new LinkedHashMap<>();
        placed.forEach(each -> wanted.put(each.shadow().key(), each));
        Map<RecordKey, ShadowRow> stored = stored(wanted.values());
        Map<Slot, List<ShadowRow>> bySlot = stored.values().stream().collect(Collectors.groupingBy(Slot::of));
        Changes changes = new Changes();
        for (Placed each : wanted.values()) {
            ShadowRow row = ShadowRow.of(each.entity(), each.shadow());
            changes.put(stored.get(row.key()), row);
            for (ShadowRow other : bySlot.getOrDefault(Slot.of(row), List.of())) {
                if (!other.key().equals(row.key())) {
                    changes.yield(other, each.shadow());
                }
            }
        }
        changes.write(session);
        aliases.save(wanted.values());
        successors.save(wanted.values());
    }

    /** Takes everything over; where both have a record in one system, the live one stands for the entity, the other not. */
    void redirect(String from, String to) {
        Map<SystemId, ShadowRow> standing = rowsOf(List.of(to)).stream()
                .filter(ShadowRow::current)
                .collect(Collectors.toMap(row -> row.key().system(), row -> row));
        Changes changes = new Changes();
        for (ShadowRow row : rowsOf(List.of(from))) {
            ShadowRow rival = standing.get(row.key().system());
            if (rival == null || !row.current()) {
                changes.updated.add(row.takenOverBy(to));
            } else if (row.state() == Shadow.State.LIVE && rival.state() != Shadow.State.LIVE) {
                changes.updated.add(row.takenOverBy(to));
                changes.updated.add(rival.retired());
            } else {
                changes.updated.add(row.takenOverBy(to).retired());
            }
        }
        changes.write(session);
        aliases.redirect(from, to);
        successors.redirect(from, to);
    }

    /** The rows of the page's entities, and those of the page's records wherever they are. */
    private Map<RecordKey, ShadowRow> stored(Collection<Placed> placed) {
        Map<RecordKey, ShadowRow> all = new HashMap<>();
        rowsOf(placed.stream().map(Placed::entity).distinct().toList()).forEach(row -> all.put(row.key(), row));
        List<RecordKey> missing = placed.stream()
                .map(each -> each.shadow().key())
                .filter(key -> !all.containsKey(key))
                .toList();
        byKind(missing)
                .forEach((kind, ids) -> session.rows(
                                "select " + ShadowRow.COLUMNS
                                        + " from unnest(cast(? as varchar array)) as asked (wanted) join shadow on ext_id = wanted and system = ? and type = ?",
                                ShadowRow::read,
                                ids,
                                kind.system().name(),
                                kind.type().name())
                        .forEach(row -> all.put(row.key(), row)));
        return all;
    }

    private List<ShadowRow> rowsOf(Collection<String> entities) {
        return session.rows(
                "select " + ShadowRow.COLUMNS
                        + " from unnest(cast(? as varchar array)) as asked (wanted) join shadow on entity = wanted",
                ShadowRow::read,
                entities);
    }

    /** Ids grouped by system and type, because statements ask for one kind at a time. */
    static Map<Kind, List<String>> byKind(Collection<RecordKey> keys) {
        return keys.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        key -> new Kind(key.system(), key.type()),
                        LinkedHashMap::new,
                        Collectors.mapping(RecordKey::id, Collectors.toList())));
    }

    /** The records of one type in one system. */
    record Kind(SystemId system, RecordType type) {
        RecordKey key(String id) {
            return new RecordKey(system, type, id);
        }
    }

    /** An entity's place in one system. */
    private record Slot(String entity, SystemId system) {
        static Slot of(ShadowRow row) {
            return new Slot(row.entity(), row.key().system());
        }
    }

    /** Rows to be written. */
    private static final class Changes {
        private final List<ShadowRow> inserted = new ArrayList<>();
        private final List<ShadowRow> updated = new ArrayList<>();
        private final List<ShadowRow> deleted = new ArrayList<>();

        void put(@Nullable ShadowRow before, ShadowRow row) {
            if (before == null) {
                inserted.add(row);
            } else if (!before.equals(row)) {
                refuseTheft(before, row);
                updated.add(row);
            }
        }

        /** Another record stands for the entity from now on: if it is the same one under a new id, the old row goes. */
        void yield(ShadowRow other, Shadow successor) {
            boolean sameRecord = other.key().type().equals(successor.key().type())
                    && successor.aliases().contains(other.key().id());
            if (sameRecord) {
                deleted.add(other);
            } else if (other.current()) {
                updated.add(other.retired());
            }
        }

        private static void refuseTheft(ShadowRow before, ShadowRow row) {
            boolean inStep = before.current()
                    && before.state() != Shadow.State.DETACHED
                    && before.state() != Shadow.State.TOMBSTONE;
            if (inStep && !before.entity().equals(row.entity())) {
                throw new IllegalStateException("%s belongs to entity %s and cannot become the record of entity %s too"
                        .formatted(row.key(), before.entity(), row.entity()));
            }
        }

        void write(Session session) {
            session.batch(
                    "delete from shadow where ext_id = ? and system = ? and type = ?",
                    deleted.stream()
                            .map(row -> new @Nullable Object[] {
                                row.key().id(),
                                row.key().system().name(),
                                row.key().type().name()
                            })
                            .toList());
            session.batch("""
                    update shadow set entity = ?, is_current = ?, state = ?, base = ?, observed = ?, held = ?, raw = ?,
                        changed_at = ?, written_at = ?, overruled = ? where ext_id = ? and system = ? and type = ?""", updated.stream().map(ShadowRow::forUpdate).toList());
            session.batch(
                    "insert into shadow (" + ShadowRow.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    inserted.stream().map(ShadowRow::forInsert).toList());
        }
    }
}
