package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Outgoing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges every write at the moment it reaches a system, from what users did and not from what the engine thinks. */
final class Oracle {
    private final World world;
    private final Ledgers ledgers;
    private final Set<SimRecord> made = new HashSet<>();
    private long writes;
    private long changes;

    Oracle(World world, Ledgers ledgers) {
        this.world = world;
        this.ledgers = ledgers;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    long writes() {
        return writes;
    }

    /** Fields of records that were there already which a write gave another value. */
    long changes() {
        return changes;
    }

    /** What a text of a system means; a reference means somebody. */
    String meaning(SystemId system, Field field, String text) {
        if (!Spelling.isReference(field) || text.isEmpty()) {
            return Spelling.meaning(field, system, text);
        }
        SimRecord parent = world.system(system).records.get(text);
        return parent == null ? "?" + text : "#" + world.soul(parent);
    }

    /** A record whose key another has belongs to that one by right, as long as it is the only one. */
    void acceptMatches() {
        List<SimRecord> unclear = world.systems().values().stream()
                .flatMap(system -> system.records.values().stream())
                .filter(record -> record.ambiguous)
                .toList();
        if (unclear.isEmpty()) {
            return;
        }
        for (Dossier dossier : ledgers.dossiers().values()) {
            for (SimRecord record : unclear) {
                Shadow shadow = dossier.shadows().get(record.system);
                if (shadow != null && shadow.key().id().equals(record.id)) {
                    accept(dossier, record);
                }
            }
        }
    }

    private void accept(Dossier dossier, SimRecord record) {
        record.ambiguous = false;
        Field email = world.landscape().field(record.type, "email");
        String key = world.users().meaning(record, email);
        require(
                dossier.shadows().size() == 1 || !record.contested || ledgers.entitiesWithKey(key) <= 1,
                Invariant.S7,
                record + " was linked to " + dossier.golden().id() + ", although several have its key");
        for (Shadow shadow : dossier.shadows().values()) {
            Optional.ofNullable(world.system(shadow.system())
                            .records
                            .get(shadow.key().id()))
                    .ifPresent(other -> world.souls().unite(record.soul, other.soul));
        }
    }

    /** A record is about to be made; answers who it is. */
    int creates(SimSystem system, RecordType type, Outgoing.Parcel parcel) {
        acceptMatches();
        EntityId entity = new EntityId(parcel.address().externalKey());
        Dossier dossier = ledgers.dossier(entity)
                .orElseThrow(
                        () -> new Violation(Invariant.S2, "a record is made of an entity nobody knows: " + entity));
        Set<Integer> souls = new TreeSet<>();
        List<SimRecord> records = records(dossier);
        records.forEach(record -> souls.add(world.soul(record)));
        require(
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

    /** What we made can be found, but not what was deleted since in a system that tells nothing of what is deleted. */
    private boolean isKnowable(SimRecord record) {
        return made.contains(record) && (record.isLive() || world.system(record.system).manner.listsDeleted());
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
                                        && each.shadows().values().stream().allMatch(this::isGone));
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

    /** Columns are about to be written. */
    void writes(SimRecord record, RawFields columns) {
        require(
                !(record.fate instanceof Fate.ConvertedInto),
                Invariant.S7,
                record + " was converted and is written to");
        writes++;
        acceptMatches();
        made.add(record);
        world.observed().add(record);
        Map<String, Conflict> open = open(record);
        for (Field field : world.landscape().fields(record.type)) {
            if (field.in(record.system).isPresent()) {
                String column = Landscape.column(field, record.system);
                if (columns.mentions(column)) {
                    String value =
                            meaning(record.system, field, columns.text(column).orElse(""));
                    judge(record, field, value, open);
                }
            }
        }
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
                        .filter(claim -> claim.value().isEmpty() && Claims.counts(claim, field.rule()))
                        .filter(world.claims()::wasShown)
                        .reduce((first, second) -> second)
                        .ifPresent(word -> record.held.put(
                                field.name(), new Claims.Held(word, Claims.knowing(word.knew(), word))));
            }
        }
    }

    private Map<String, Conflict> open(SimRecord record) {
        return !ledgers.hasConflicts()
                ? Map.of()
                : ledgers.dossiers().values().stream()
                        .filter(dossier -> Optional.ofNullable(dossier.shadows().get(record.system))
                                .filter(shadow -> shadow.key().id().equals(record.id))
                                .isPresent())
                        .findFirst()
                        .map(Dossier::conflicts)
                        .orElse(Map.of());
    }

    private void judge(SimRecord record, Field field, String value, Map<String, Conflict> open) {
        String before = world.users().meaning(record, field);
        world.tell("  we set " + field.name() + " of " + record + " from '" + before + "' to '" + value + "'");
        if (value.equals(before)) {
            return;
        }
        changes++;
        require(
                Optional.ofNullable(open.get(field.name()))
                        .filter(Conflict::freezes)
                        .isEmpty(),
                Invariant.S13,
                field.name() + " of " + record + " is frozen and set to '" + value + "'");
        require(!value.startsWith("?"), Invariant.S14, field.name() + " of " + record + " names nobody: " + value);
        List<Claims.Claim> about = world.claims().about(record.soul, record.type, field.name());
        List<Claims.Claim> said =
                about.stream().filter(claim -> claim.value().equals(value)).toList();
        require(
                !said.isEmpty(),
                value.isEmpty() ? Invariant.S21 : Invariant.S2,
                field.name() + " of " + record + ": nobody ever said '" + value + "'");
        judgeAgainst(record, field, value, about);
        Claims.Claim word = newest(said, field);
        Claims.Held held = record.held.get(field.name());
        record.held.put(field.name(), new Claims.Held(word, Claims.knowing(union(held, word), word)));
    }

    private static java.util.BitSet union(Claims.@org.jspecify.annotations.Nullable Held held, Claims.Claim word) {
        java.util.BitSet known = Claims.knownBy(held);
        known.or(word.knew());
        return known;
    }

    /** The word that is carried on: the newest that we were shown. */
    private Claims.Claim newest(List<Claims.Claim> said, Field field) {
        List<Claims.Claim> counting = said.stream()
                .filter(claim -> Claims.counts(claim, field.rule()))
                .toList();
        return counting.stream()
                .filter(world.claims()::wasShown)
                .reduce((first, second) -> second)
                .orElse(counting.isEmpty() ? said.getLast() : counting.getLast());
    }

    private void judgeAgainst(SimRecord record, Field field, String value, List<Claims.Claim> about) {
        require(
                about.stream().anyMatch(claim -> claim.value().equals(value) && Claims.counts(claim, field.rule()))
                        || about.stream().noneMatch(claim -> Claims.counts(claim, field.rule())),
                value.isEmpty() ? Invariant.S1 : Invariant.S18,
                field.name() + " of " + record + " is set to '" + value + "', which nobody who may said");
        Claims.Held held = record.held.get(field.name());
        if (held == null || world.claims().mayReplace(world.claims().today(held.claim()), value, about, field.rule())) {
            return;
        }
        boolean isOlder = about.stream()
                .anyMatch(claim ->
                        claim.value().equals(value) && held.claim().knew().get(claim.id()));
        throw new Violation(
                isOlder ? Invariant.S12 : Invariant.S1,
                field.name() + " of " + record + ": " + held.claim() + " is overwritten with '" + value + "'");
    }

    void deletes(SimRecord record) {
        writes++;
        boolean elsewhere = world.records(record.type).stream()
                .anyMatch(other -> world.soul(other) == world.soul(record) && other.fate instanceof Fate.Gone);
        require(elsewhere, Invariant.S16, record + " is deleted although nobody deleted it anywhere");
        world.countDelete(record);
    }

    static void require(boolean holds, Invariant invariant, String what) {
        if (!holds) {
            throw new Violation(invariant, what);
        }
    }
}
