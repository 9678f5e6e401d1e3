package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges every record that the engine makes: S5, S7, S15. */
final class Births {
    private final World world;
    private final Ledgers ledgers;

    Births(World world, Ledgers ledgers) {
        this.world = world;
        this.ledgers = ledgers;
    }

    /** A record is about to be made; answers who it is. */
    int of(SimSystem system, RecordType type, Outgoing.Parcel parcel) {
        EntityId entity = new EntityId(parcel.address().externalKey());
        Dossier dossier = ledgers.dossier(entity)
                .orElseThrow(
                        () -> new Violation(Invariant.S2, "a record is made of an entity nobody knows: " + entity));
        Set<Integer> souls = new TreeSet<>();
        List<SimRecord> records = records(dossier);
        records.forEach(record -> souls.add(world.soul(record)));
        Oracle.require(
                souls.size() == 1,
                Invariant.S7,
                entity + " is made of " + souls + " when a record is made in " + system.id());
        int soul = souls.iterator().next();
        for (SimRecord other : system.records.values()) {
            if (other.type.equals(type)
                    && world.soul(other) == soul
                    && (isKnowable(other) || ledgers.isLinked(other))
                    && records.stream().noneMatch(this::isMergeUntold)
                    && !isPast(other, dossier)) {
                Invariant broken = other.fate instanceof Fate.Gone ? Invariant.S15 : Invariant.S5;
                throw new Violation(
                        broken, "a second record of #" + soul + " is made in " + system.id() + " beside " + other);
            }
        }
        return soul;
    }

    /**
     * What we made can be found, but not what was deleted since in a system that tells nothing of what is deleted, nor what was
     * taken out of our sight before we had an answer.
     */
    private boolean isKnowable(SimRecord record) {
        return world.oracle().isMade(record)
                && !record.hidden
                && (record.isLive() || world.system(record.system).manner.listsDeleted());
    }

    private List<SimRecord> records(Dossier dossier) {
        return dossier.shadows().values().stream()
                .flatMap(shadow -> Stream.ofNullable(
                        world.system(shadow.system()).records.get(shadow.key().id())))
                .toList();
    }

    /** A merge makes one of two when a system tells of it: its index may show the loser as it was for a while. */
    private boolean isMergeUntold(SimRecord record) {
        return world.system(record.system).records.values().stream()
                .filter(loser -> !loser.mergeTold && loser.fate instanceof Fate.MergedInto)
                .anyMatch(loser -> loser == record || loser.fate.equals(new Fate.MergedInto(record.id)));
    }

    /** Of what is gone everywhere somebody may enter a new record, which is an entity of its own. */
    private boolean isPast(SimRecord other, Dossier dossier) {
        List<Dossier> owners = ledgers.dossiers().values().stream()
                .filter(each -> each.shadows().values().stream().anyMatch(shadow -> isOf(shadow, other)))
                .toList();
        return !dossier.shadows().containsKey(other.system)
                && !owners.isEmpty()
                && owners.stream()
                        .allMatch(each ->
                                !each.golden().id().equals(dossier.golden().id())
                                        && each.shadows().values().stream()
                                                .allMatch(shadow -> isGone(shadow) || isEnding(each, shadow)));
    }

    private static boolean isEnding(Dossier dossier, Shadow shadow) {
        return Optional.ofNullable(dossier.pending().get(shadow.system()))
                .filter(owed -> owed.write().kind() == Write.Kind.DELETE)
                .isPresent();
    }

    private static boolean isOf(Shadow shadow, SimRecord record) {
        return shadow.system().equals(record.system) && shadow.key().id().equals(record.id);
    }

    private boolean isGone(Shadow shadow) {
        return Optional.ofNullable(
                        world.system(shadow.system()).records.get(shadow.key().id()))
                .filter(record -> record.fate instanceof Fate.Gone)
                .isPresent();
    }

    /** A record that is made with a blank, because a blank is what was agreed on, holds the word of whoever said it. */
    void leavesBlank(SimRecord record, Outgoing.Parcel parcel) {
        Dossier dossier =
                ledgers.dossier(new EntityId(parcel.address().externalKey())).orElseThrow();
        for (Field field : world.landscape().fields(record.type)) {
            boolean blank = dossier.golden()
                    .field(field.name())
                    .filter(golden -> golden.value().isEmpty())
                    .isPresent();
            if (blank
                    && field.in(record.system).isPresent()
                    && !parcel.columns().mentions(Landscape.column(field, record.system))
                    && !dossier.conflicts().containsKey(field.name())) {
                world.claims().about(record.soul, record.type, field.name()).stream()
                        .filter(claim -> claim.value().isEmpty()
                                && Claims.counts(claim, world.landscape().rule(field)))
                        .filter(world.claims()::wasShown)
                        .reduce((first, second) -> second)
                        .ifPresent(word -> record.held.put(
                                field.name(), new Claims.Held(word, Claims.knowing(word.knew(), word))));
            }
        }
    }
}
