package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
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

/** Judges every write at the moment it reaches a system, from what users did and not from what the engine thinks. */
final class Oracle {
    private final World world;
    private final Ledgers ledgers;
    private final Births births;
    private final Set<SimRecord> made = new HashSet<>();
    private long writes;
    private long changes;

    Oracle(World world, Ledgers ledgers) {
        this.world = world;
        this.ledgers = ledgers;
        this.births = new Births(world, ledgers);
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
        return births.of(system, type, parcel);
    }

    void leavesBlank(SimRecord record, Outgoing.Parcel parcel) {
        births.leavesBlank(record, parcel);
    }

    boolean isMade(SimRecord record) {
        return made.contains(record);
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
                .filter(claim -> Claims.counts(claim, world.landscape().rule(field)))
                .toList();
        return counting.stream()
                .filter(world.claims()::wasShown)
                .reduce((first, second) -> second)
                .orElse(counting.isEmpty() ? said.getLast() : counting.getLast());
    }

    private void judgeAgainst(SimRecord record, Field field, String value, List<Claims.Claim> about) {
        require(
                about.stream()
                                .anyMatch(claim -> claim.value().equals(value)
                                        && Claims.counts(
                                                claim, world.landscape().rule(field)))
                        || about.stream()
                                .noneMatch(claim ->
                                        Claims.counts(claim, world.landscape().rule(field))),
                value.isEmpty() ? Invariant.S1 : Invariant.S18,
                field.name() + " of " + record + " is set to '" + value + "', which nobody who may said");
        Claims.Held held = record.held.get(field.name());
        if (held == null
                || world.flows().made(held.claim(), value)
                || world.claims()
                        .mayReplace(
                                world.claims().today(held.claim()),
                                value,
                                about,
                                world.landscape().rule(field))) {
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
                .anyMatch(other -> world.soul(other) == world.soul(record) && isGone(other));
        require(elsewhere, Invariant.S16, record + " is deleted although nobody deleted it anywhere");
        world.countDelete(record);
    }

    /** Of one that was restored out of our sight nobody can tell. */
    private static boolean isGone(SimRecord record) {
        return record.fate instanceof Fate.Gone
                || (record.hidden && record.images.stream().anyMatch(image -> image.fate() instanceof Fate.Gone));
    }

    static void require(boolean holds, Invariant invariant, String what) {
        if (!holds) {
            throw new Violation(invariant, what);
        }
    }
}
