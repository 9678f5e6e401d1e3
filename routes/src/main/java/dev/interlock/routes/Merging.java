package dev.interlock.routes;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** R9: a system merged two of its records. The loser's id stays known as an alias, and both entities become one. */
final class Merging {

    private final Map<RecordKey, EntityId> owners;
    private final Function<EntityId, Dossier> dossiers;
    private final Consumer<Dossier> hears;
    private final Function<RecordKey, Optional<Shadow>> bystanders;
    private final Map<EntityId, EntityId> redirects = new LinkedHashMap<>();
    private final Map<EntityId, Conflict> duplicates = new HashMap<>();
    private final Set<EntityId> reunited = new HashSet<>();
    private final Set<RecordKey> moved = new HashSet<>();

    /**
     * @param hears takes what entities know by now
     * @param bystanders what is known of a second record of an entity
     */
    Merging(
            Map<RecordKey, EntityId> owners,
            Function<EntityId, Dossier> dossiers,
            Consumer<Dossier> hears,
            Function<RecordKey, Optional<Shadow>> bystanders) {
        this.bystanders = bystanders;
        this.owners = owners;
        this.dossiers = dossiers;
        this.hears = hears;
    }

    Map<EntityId, EntityId> redirects() {
        return redirects;
    }

    /** Entities of which one system turned out to hold two records. */
    Map<EntityId, Conflict> duplicates() {
        return duplicates;
    }

    /** Entities of which a duplicate that a person was told of is merged away or deleted now. */
    Set<EntityId> reunited() {
        return reunited;
    }

    /** Records that stand for their entity from now on. */
    Set<RecordKey> moved() {
        return moved;
    }

    /** Whether a record is there beside the one that the entity is kept in step by, and nobody was told. */
    static boolean isUntoldSecond(Observation observation, Dossier dossier) {
        Shadow kept = dossier.shadows().get(observation.system());
        Conflict open = dossier.conflicts().get(Conflict.WHOLE_RECORD);
        return kept != null
                && observation.isLive()
                && !kept.key().equals(observation.key())
                && !kept.aliases().contains(observation.key().id())
                && (open == null || !Seconds.told(open).contains(Seconds.of(observation.key())));
    }

    /** A record that was gone is back, beside another of its entity. */
    void tellSecond(Dossier dossier, RecordKey second) {
        Set<String> open = seconds(dossier);
        open.add(Seconds.of(second));
        duplicates.put(dossier.golden().id(), Seconds.conflict(open));
        hears.accept(dossier);
    }

    /** Whether a second record that a person was told of is deleted now, instead of being merged away. */
    static boolean endsDuplicate(Observation observation, @Nullable Dossier dossier) {
        boolean gone = observation.fate() instanceof Fate.Gone end && end.evidence() == Fate.Evidence.REPORTED;
        Conflict open = dossier == null ? null : dossier.conflicts().get(Conflict.WHOLE_RECORD);
        return gone && open != null && Seconds.told(open).contains(Seconds.of(observation.key()));
    }

    /** The entity has one record there again. What became of the other says nothing about it. */
    void reunite(Dossier dossier, RecordKey second) {
        settleDuplicate(dossier, second);
        hears.accept(dossier);
    }

    /**
     * Of two records of the entity in one system, the one that it was kept in step by is deleted: the other stands for it now.
     * Answers whether there is another.
     */
    boolean takesOver(Dossier dossier, RecordKey gone) {
        Optional<RecordKey> second = Seconds.beside(gone, seconds(dossier));
        Shadow kept = dossier.shadows().get(gone.system());
        if (second.isEmpty() || kept == null) {
            return false;
        }
        owners.put(second.get(), dossier.golden().id());
        Map<String, FieldValue> base = bystanders
                .apply(second.get())
                .map(known -> Seconds.agreed(known, dossier.golden()))
                .orElse(Map.of());
        hears.accept(dossier.with(kept.succeededBy(second.get(), base)));
        moved.add(second.get());
        settleDuplicate(dossier, second.get());
        return true;
    }

    void merge(RecordKey loser, RecordKey winner) {
        Optional<EntityId> losing = Optional.ofNullable(owners.get(loser)).map(this::current);
        Optional<EntityId> winning = Optional.ofNullable(owners.get(winner)).map(this::current);
        if (losing.isPresent() && winning.isPresent() && !losing.equals(winning)) {
            unite(dossiers.apply(losing.get()), dossiers.apply(winning.get()), loser);
            moved.add(winner);
        } else if (winning.isPresent() && losing.isPresent() && isKept(winning.get(), loser)) {
            move(winning.get(), loser, winner);
        } else if (winning.isPresent()) {
            alias(winning.get(), loser);
        } else if (losing.isPresent()) {
            move(losing.get(), loser, winner);
        }
    }

    private EntityId current(EntityId entity) {
        return redirects.getOrDefault(entity, entity);
    }

    private void alias(EntityId entity, RecordKey loser) {
        Dossier dossier = dossiers.apply(entity);
        Shadow shadow = dossier.shadows().get(loser.system());
        if (shadow != null && !shadow.aliases().contains(loser.id())) {
            hears.accept(dossier.with(shadow.alsoKnownAs(loser.id())));
            owners.put(loser, entity);
            settleDuplicate(dossier, loser);
        }
    }

    /** A second record that a person was told of is merged away; there may be others in other systems. */
    private void settleDuplicate(Dossier dossier, RecordKey second) {
        EntityId entity = dossier.golden().id();
        Set<String> open = seconds(dossier);
        if (open.remove(Seconds.of(second))) {
            if (open.isEmpty()) {
                reunited.add(entity);
                duplicates.remove(entity);
            } else {
                duplicates.put(entity, Seconds.conflict(open));
            }
        }
    }

    /** What a person was told of second records of the entity, and what is told just now. */
    private Set<String> seconds(Dossier dossier) {
        Conflict open = Optional.ofNullable(duplicates.get(dossier.golden().id()))
                .orElse(dossier.conflicts().get(Conflict.WHOLE_RECORD));
        return open == null ? new TreeSet<>() : Seconds.told(open);
    }

    /** Whether the record that goes is the one the entity is kept in step by there. */
    private boolean isKept(EntityId entity, RecordKey loser) {
        Shadow shadow = dossiers.apply(entity).shadows().get(loser.system());
        return shadow != null && shadow.key().equals(loser);
    }

    /** The linked record was merged into one that nobody knew, or into a second one of the entity: the link follows. */
    private void move(EntityId entity, RecordKey loser, RecordKey winner) {
        Dossier dossier = dossiers.apply(entity);
        Shadow shadow = dossier.shadows().get(loser.system());
        if (shadow == null) {
            return;
        }
        owners.put(winner, entity);
        if (shadow.key().equals(loser)) {
            hears.accept(dossier.with(shadow.in(Shadow.State.LIVE).movedTo(winner)));
            moved.add(winner);
            settleDuplicate(dossier, winner);
        } else {
            renameSecond(dossier, loser, winner);
        }
    }

    /** A second record that a person was told of goes by another id now. */
    private void renameSecond(Dossier dossier, RecordKey loser, RecordKey winner) {
        Set<String> open = seconds(dossier);
        if (open.remove(Seconds.of(loser))) {
            open.add(Seconds.of(winner));
            duplicates.put(dossier.golden().id(), Seconds.conflict(open));
        }
    }

    /**
     * Two entities become one: the winner's. What the loser's other records say is contested anew, so nothing of it is lost
     * by the merge. Where both have a record in one system, that system holds a duplicate; a person is told.
     */
    private void unite(Dossier losing, Dossier winning, RecordKey loser) {
        Map<SystemId, Shadow> shadows = new TreeMap<>(winning.shadows());
        Set<String> seconds = seconds(winning);
        seconds.addAll(seconds(losing));
        seconds.remove(Seconds.of(loser));
        for (Shadow shadow : losing.shadows().values()) {
            if (shadow.key().equals(loser)) {
                shadows.computeIfPresent(shadow.system(), (any, kept) -> withAliases(kept, shadow));
            } else if (!isStanding(shadows.get(shadow.system()), shadow)) {
                shadows.put(shadow.system(), contestedAnew(shadow, decided(losing, winning, shadow, loser)));
            } else {
                seconds.add(Seconds.of(shadow.key()));
            }
        }
        shadows.computeIfPresent(loser.system(), (any, kept) -> kept.alsoKnownAs(loser.id()));
        if (!seconds.isEmpty()) {
            duplicates.put(winning.golden().id(), Seconds.conflict(seconds));
        }
        EntityId gone = losing.golden().id();
        redirects.put(gone, winning.golden().id());
        owners.put(loser, winning.golden().id());
        hears.accept(new Dossier(winning.golden(), shadows, winning.pending(), winning.conflicts()));
    }

    /** Whether the one that is kept goes on standing for the entity: one that is gone does not, where the other is there. */
    private static boolean isStanding(@Nullable Shadow kept, Shadow other) {
        return kept != null && (kept.isLive() || !other.isLive());
    }

    private static Shadow withAliases(Shadow kept, Shadow merged) {
        Shadow all = kept.alsoKnownAs(merged.key().id());
        for (String alias : merged.aliases()) {
            all = all.alsoKnownAs(alias);
        }
        return all;
    }

    /** Where the loser held what its other record holds, whoever merged let the value of the winner take its place. */
    private static Map<String, FieldValue> decided(Dossier losing, Dossier winning, Shadow other, RecordKey loser) {
        Map<String, FieldValue> decided = new HashMap<>();
        Shadow gone = losing.shadows().get(loser.system());
        Shadow kept = winning.shadows().get(loser.system());
        if (gone == null || !gone.key().equals(loser) || kept == null || isGone(kept)) {
            return decided;
        }
        other.base().forEach((field, value) -> {
            boolean shared = value.equals(gone.base().get(field))
                    && value.equals(gone.observed().get(field));
            boolean replaced = winning.golden()
                    .field(field)
                    .filter(golden -> !golden.value().isEmpty())
                    .isPresent();
            if (shared && replaced && value.equals(other.observed().get(field))) {
                decided.put(field, value);
            }
        });
        return decided;
    }

    private static boolean isGone(Shadow shadow) {
        return shadow.state() == Shadow.State.TOMBSTONE || shadow.state() == Shadow.State.DETACHED;
    }

    private static Shadow contestedAnew(Shadow shadow, Map<String, FieldValue> base) {
        return new Shadow(
                shadow.key(),
                shadow.aliases(),
                shadow.successors(),
                shadow.state(),
                base,
                shadow.observed(),
                Map.of(),
                Map.of(),
                shadow.raw(),
                shadow.changedAt(),
                shadow.writtenAt());
    }
}
