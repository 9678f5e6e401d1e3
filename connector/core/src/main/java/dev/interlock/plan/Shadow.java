package dev.interlock.plan;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.Reference;
import dev.interlock.mapping.Translated;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One system's record of an entity, as we know it.
 *
 * @param key under which id it lives there
 * @param aliases older ids that now mean this record, from merges
 * @param successors what it became by conversion: records of other objects, each with a link of its own (R10)
 * @param base per field the last value that the system and the golden record are known to have shared; it moves per field,
 *     and only on a confirming read or an acknowledged write
 * @param observed per field the canonical value last seen or acknowledged
 * @param held per field a value that the system keeps although it is not the golden one, by rule or by decision
 * @param overruled per field an edit that the rules do not let stand, and how often it was written back (D12)
 * @param raw everything the system last said, so that a changed mapping can be applied without reading again
 * @param changedAt the system's stamp of the newest state we know, ours included
 * @param writtenAt when our last write was acknowledged, by our clock: what was read before is stale
 */
public record Shadow(
        RecordKey key,
        Set<String> aliases,
        Set<RecordKey> successors,
        State state,
        Map<String, FieldValue> base,
        Map<String, FieldValue> observed,
        Map<String, FieldValue> held,
        Map<String, Overruled> overruled,
        RawFields raw,
        Instant changedAt,
        Instant writtenAt) {

    public Shadow {
        aliases = Collections.unmodifiableSet(new TreeSet<>(aliases));
        successors = Set.copyOf(successors);
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
        observed = Collections.unmodifiableMap(new LinkedHashMap<>(observed));
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        overruled = Map.copyOf(overruled);
    }

    /** The life of a shadow. */
    public enum State {
        /** It is there. */
        LIVE,
        /** It was not found, but nothing confirms that it is gone. */
        SUSPECT,
        /** The system reports it as deleted. It is kept, so that nothing creates it again. */
        TOMBSTONE,
        /** It is there, or was, but is no longer kept in step: unlinked, converted, or a duplicate. */
        DETACHED
    }

    /** A record that was never heard of before. */
    public static Shadow fresh(RecordKey key) {
        return new Shadow(
                key,
                Set.of(),
                Set.of(),
                State.LIVE,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                RawFields.NONE,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    public SystemId system() {
        return key.system();
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    /** This shadow in another state. */
    public Shadow in(State newState) {
        return new Shadow(
                key, aliases, successors, newState, base, observed, held, overruled, raw, changedAt, writtenAt);
    }

    /** This shadow, retired: it became other records, and nothing is written to it any more. */
    Shadow convertedInto(Collection<RecordKey> others) {
        Set<RecordKey> all = new HashSet<>(successors);
        all.addAll(others);
        return new Shadow(
                key, aliases, all, State.DETACHED, base, observed, held, overruled, raw, changedAt, writtenAt);
    }

    /** This shadow under a new id, whose record was not heard yet; the old id becomes an alias. */
    public Shadow movedTo(RecordKey newKey) {
        Set<String> known = new TreeSet<>(aliases);
        known.add(key.id());
        known.remove(newKey.id());
        return new Shadow(
                newKey,
                known,
                successors,
                state,
                base,
                Map.of(),
                held,
                overruled,
                RawFields.NONE,
                Instant.EPOCH,
                writtenAt);
    }

    /**
     * Another record stands in its place; if this one comes back, it is a second one.
     *
     * @param agreed what the other is known to have shared with its entity
     */
    public Shadow succeededBy(RecordKey other, Map<String, FieldValue> agreed) {
        Set<String> known = new TreeSet<>(aliases);
        known.remove(other.id());
        return new Shadow(
                other,
                known,
                successors,
                State.LIVE,
                agreed,
                Map.of(),
                Map.of(),
                Map.of(),
                RawFields.NONE,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** This shadow, also known by one more id. */
    public Shadow alsoKnownAs(String id) {
        if (id.equals(key.id())) {
            return this;
        }
        Set<String> known = new TreeSet<>(aliases);
        known.add(id);
        return new Shadow(key, known, successors, state, base, observed, held, overruled, raw, changedAt, writtenAt);
    }

    Shadow with(Map<String, FieldValue> newBase, Map<String, FieldValue> newHeld) {
        Map<String, Overruled> counted = new HashMap<>(overruled);
        counted.replaceAll((field, edit) -> isKept(field, newHeld) ? Overruled.NEVER.saying(edit.value()) : edit);
        counted.values().removeIf(Overruled.NEVER::equals);
        return new Shadow(
                key, aliases, successors, state, newBase, observed, newHeld, counted, raw, changedAt, writtenAt);
    }

    /** What it said before anything was agreed on is no value that it keeps, wherever the record is by now. */
    Shadow keepingNo(String field) {
        Map<String, FieldValue> others = new LinkedHashMap<>(held);
        others.remove(field);
        return with(base, others);
    }

    /** This shadow with one more value taken as said. */
    Shadow understood(String field, FieldValue value) {
        Map<String, FieldValue> all = new LinkedHashMap<>(observed);
        all.put(field, value);
        return new Shadow(key, aliases, successors, state, base, all, held, overruled, raw, changedAt, writtenAt);
    }

    private boolean isKept(String field, Map<String, FieldValue> keeps) {
        return keeps.containsKey(field) && keeps.get(field).equals(observed.get(field));
    }

    /**
     * What the system said, laid over what was known; a field that was not said keeps what was known. Of a field that
     * names a record nobody knows, nothing is known any more, so that nothing is written over it (S1). A detached record stays
     * detached: only a person takes it back.
     */
    public Shadow heard(Translated said, RawFields rawSaid, Instant stamp) {
        Map<String, FieldValue> all = new LinkedHashMap<>(observed);
        all.keySet().removeAll(said.unlinked().keySet());
        all.putAll(said.said());
        State then = state == State.DETACHED ? State.DETACHED : State.LIVE;
        return new Shadow(
                key, aliases, successors, then, base, all, held, overruled, raw.with(rawSaid), stamp, writtenAt);
    }

    /** Whom a live record names in a field, if that record is not known. */
    List<Reference> dangling(Field field) {
        return field.in(system())
                .filter(binding -> isLive() && binding.isRead() && !observed.containsKey(field.name()))
                .map(binding -> binding.lens().references(raw))
                .orElse(List.of());
    }

    /**
     * An acknowledged write: the system now holds these values, and both sides know it. An edit that was seen meanwhile stays
     * seen. What was deleted or detached while the write was on its way stays so.
     *
     * @param stamp the system's stamp of the record after the write; {@link Instant#EPOCH} if it did not tell
     */
    public Shadow acknowledged(Map<String, FieldValue> written, RawFields rawWritten, Instant stamp, Instant now) {
        Map<String, FieldValue> newBase = new LinkedHashMap<>(base);
        newBase.putAll(written);
        Map<String, FieldValue> all = new LinkedHashMap<>(observed);
        written.forEach((field, value) -> {
            if (!isEditedSince(stamp, field)) {
                all.put(field, value);
            }
        });
        Instant newest = stamp.isAfter(changedAt) ? stamp : changedAt;
        State then = state == State.SUSPECT ? State.LIVE : state;
        return new Shadow(
                key,
                aliases,
                successors,
                then,
                newBase,
                all,
                held,
                counted(written, all, isRespelled(rawWritten), now),
                raw.with(rawWritten),
                newest,
                now);
    }

    /** Whether a write gave columns another text, even if it means the same. */
    private boolean isRespelled(RawFields rawWritten) {
        return rawWritten.byName().entrySet().stream()
                .anyMatch(column -> raw.mentions(column.getKey())
                        && !raw.text(column.getKey()).equals(column.getValue()));
    }

    /** What was written is overruled no more; a value that it shared already and was given again is one that it changed. */
    private Map<String, Overruled> counted(
            Map<String, FieldValue> written, Map<String, FieldValue> holds, boolean respelled, Instant now) {
        Map<String, Overruled> counted = new HashMap<>(overruled);
        written.forEach((field, value) -> {
            Overruled before = counted.getOrDefault(field, Overruled.NEVER);
            boolean again = value.equals(base.get(field)) && (respelled || !value.equals(observed.get(field)));
            Optional<FieldValue> stays = value.equals(holds.get(field)) ? Optional.empty() : before.value();
            Overruled after = (again ? before.writtenBackAt(now) : before).saying(stays);
            if (!after.equals(Overruled.NEVER)) {
                counted.put(field, after);
            } else {
                counted.remove(field);
            }
        });
        return counted;
    }

    /** This shadow, with what the audit was told of an edit that does not stand; empty if there is none, or none any more. */
    Shadow overruling(String field, Optional<FieldValue> edit) {
        Overruled before = overruled.getOrDefault(field, Overruled.NEVER);
        Map<String, Overruled> all = new HashMap<>(overruled);
        all.put(field, before.saying(edit));
        all.values().removeIf(Overruled.NEVER::equals);
        return new Shadow(key, aliases, successors, state, base, observed, held, all, raw, changedAt, writtenAt);
    }

    private boolean isEditedSince(Instant stamp, String field) {
        FieldValue last = base.get(field);
        return stamp.isAfter(Instant.EPOCH)
                && changedAt.isAfter(stamp)
                && last != null
                && !last.equals(observed.get(field));
    }
}
