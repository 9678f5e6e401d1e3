package dev.interlock.simulation;

import dev.interlock.mapping.Field;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Golden;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Shadow;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Quarantined;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What must hold once faults are over and the engine had its time: everybody agrees, and no word was lost. */
final class Settled {
    private final World world;
    private final Map<RecordKey, Dossier> owners = new java.util.HashMap<>();
    private final List<Dossier> dossiers;
    private final Set<RecordKey> asides = new HashSet<>();
    private final Set<String> stuck = new HashSet<>();

    Settled(World world, Ledgers ledgers) {
        this.world = world;
        this.dossiers = List.copyOf(ledgers.dossiers().values());
        for (Dossier dossier : dossiers) {
            dossier.shadows().values().forEach(shadow -> owners.put(shadow.key(), dossier));
        }
        for (Quarantined aside : ledgers.quarantined()) {
            aside.key().ifPresent(asides::add);
            aside.entity()
                    .ifPresent(entity -> stuck.add(entity + " " + aside.cause().system()));
        }
    }

    void look() {
        for (RecordType type : world.landscape().types()) {
            world.records(type).forEach(this::isKnown);
        }
        dossiers.forEach(this::agrees);
    }

    /** S8: every live record is in the store, or a person is told why not. */
    private void isKnown(SimRecord record) {
        if (!record.isLive() || record.hidden) {
            return;
        }
        RecordKey key = key(record);
        Dossier owner = owners.get(key);
        boolean told = asides.contains(key)
                || dossiers.stream()
                        .anyMatch(dossier -> names(dossier, record) || isAbout(dossier, record) && isFlagged(dossier));
        Oracle.require(owner != null || told, Invariant.S8, record + " was never taken in");
        if (owner != null && !told) {
            Shadow.State state = owner.shadows().get(record.system).state();
            Oracle.require(
                    state == Shadow.State.LIVE || state == Shadow.State.DETACHED,
                    Invariant.L1,
                    record + " is there, and the store has it as " + state);
        }
    }

    /** Whether a person is told of this very record as a second one of an entity. */
    private static boolean names(Dossier dossier, SimRecord record) {
        return Optional.ofNullable(dossier.conflicts().get(Conflict.WHOLE_RECORD))
                .filter(conflict -> conflict.kind() == Conflict.Kind.DUPLICATE)
                .filter(conflict -> (conflict.why() + ";").contains(record.id + ";"))
                .isPresent();
    }

    private boolean isAbout(Dossier dossier, SimRecord record) {
        return dossier.golden().type().equals(record.type)
                && records(dossier, false).stream().anyMatch(other -> world.soul(other) == world.soul(record));
    }

    private static boolean isFlagged(Dossier dossier) {
        return dossier.conflicts().containsKey(Conflict.WHOLE_RECORD);
    }

    private boolean isMade(Dossier dossier, SystemId system) {
        return world.landscape()
                .configuration()
                .records()
                .get(dossier.golden().type())
                .place(system)
                .orElseThrow()
                .create()
                .wanted();
    }

    /** Of what nothing is known nothing is made. */
    private static boolean isEmpty(Dossier dossier) {
        return dossier.golden().values().values().stream().allMatch(FieldValue::isEmpty);
    }

    private void agrees(Dossier dossier) {
        List<SimRecord> kept = records(dossier, true);
        if (dossier.golden().standing() != Golden.Standing.ACTIVE || kept.isEmpty()) {
            return;
        }
        for (SystemId system : world.landscape().systems(dossier.golden().type())) {
            Oracle.require(
                    dossier.shadows().containsKey(system)
                            || stuck.contains(dossier.golden().id() + " " + system)
                            || isFlagged(dossier)
                            || isEmpty(dossier)
                            || !isMade(dossier, system),
                    Invariant.L1,
                    dossier.golden().id() + " (" + kept + ") has no record in " + system);
        }
        for (Field field : world.landscape().fields(dossier.golden().type())) {
            if (!dossier.conflicts().containsKey(field.name())) {
                agrees(dossier, field, kept);
            }
        }
    }

    private void agrees(Dossier dossier, Field field, List<SimRecord> kept) {
        Map<SystemId, String> said = new TreeMap<>();
        for (SimRecord record : kept) {
            boolean excused = namesSomebodyAside(record, field)
                    || stuck.contains(dossier.golden().id() + " " + record.system)
                    || asides.contains(key(record));
            if (field.in(record.system).isPresent() && !excused) {
                said.put(record.system, world.users().meaning(record, field));
            }
        }
        if (said.isEmpty() || isNobodysToSay(dossier, field, said)) {
            return;
        }
        String value = said.values().iterator().next();
        Oracle.require(
                said.values().stream().allMatch(value::equals),
                Invariant.L1,
                field.name() + " of " + dossier.golden().id() + " (" + kept + ") is held as " + said);
        Optional<String> golden =
                dossier.golden().field(field.name()).map(GoldenField::value).map(this::shown);
        Oracle.require(
                golden.isEmpty() ? value.isEmpty() : golden.get().equals(value),
                Invariant.L1,
                field.name() + " of " + dossier.golden().id() + " is held as " + said + " and golden as " + golden);
        nothingIsLost(field, value, kept);
    }

    /** What names a record that waits for a person waits with it; one that was gone before we saw it is waited for in vain. */
    private boolean namesSomebodyAside(SimRecord record, Field field) {
        if (!Spelling.isReference(field)) {
            return false;
        }
        String id = record.columns.getOrDefault(Users.column(record, field), "");
        if (id.isEmpty()) {
            return false;
        }
        RecordKey named = new RecordKey(record.system, Landscape.PARTNER, id);
        SimRecord parent = world.system(record.system).records.get(id);
        boolean gone = parent != null && parent.fate instanceof Fate.Gone;
        return (gone || asides.contains(named)) && !owners.containsKey(named);
    }

    /** Where only those spoke who have no say, nothing is agreed, and each keeps its own. */
    private boolean isNobodysToSay(Dossier dossier, Field field, Map<SystemId, String> said) {
        boolean agreed = dossier.golden()
                .field(field.name())
                .filter(golden -> !golden.value().isEmpty())
                .isPresent();
        return !agreed
                && said.entrySet().stream()
                        .allMatch(each -> each.getValue().isEmpty()
                                || !world.landscape().rule(field).allows(each.getKey()));
    }

    /** S1, S3, S4: whoever had the last word either is heard, or lost by a rule. */
    private void nothingIsLost(Field field, String value, List<SimRecord> kept) {
        SimRecord any = kept.getFirst();
        List<Claims.Claim> about = world.claims().about(any.soul, any.type, field.name());
        List<Claims.Claim> last =
                world.claims().lastWords(about, world.landscape().rule(field));
        for (Claims.Claim word : last) {
            boolean there = kept.contains(word.where())
                    && field.in(word.system()).isPresent()
                    && !namesSomebodyAside(word.where(), field);
            if (there
                    && !word.value().equals(value)
                    && !world.claims()
                            .mayReplace(word, value, about, world.landscape().rule(field))) {
                boolean before = about.stream()
                        .anyMatch(claim -> claim.value().equals(word.value())
                                && word.knew().get(claim.id()));
                Invariant broken = before ? Invariant.S4 : last.size() == 1 ? Invariant.S3 : Invariant.S1;
                throw new Violation(broken, field.name() + ": " + word + " is lost; everybody holds '" + value + "'");
            }
        }
    }

    private String shown(FieldValue value) {
        if (value instanceof FieldValue.Link link) {
            return dossiers.stream()
                    .filter(dossier -> dossier.golden().id().equals(link.entity()))
                    .flatMap(dossier -> records(dossier, false).stream())
                    .map(record -> "#" + world.soul(record))
                    .findFirst()
                    .orElse("?" + link.entity());
        }
        return FieldValueText.show(value);
    }

    /** The records of an entity; only those that are kept in step, if asked so. */
    private List<SimRecord> records(Dossier dossier, boolean kept) {
        List<SimRecord> records = new ArrayList<>();
        for (Shadow shadow : dossier.shadows().values()) {
            SimRecord record =
                    world.system(shadow.system()).records.get(shadow.key().id());
            if (record != null && (!kept || (shadow.isLive() && record.isLive()))) {
                records.add(record);
            }
        }
        return records;
    }

    private static RecordKey key(SimRecord record) {
        return new RecordKey(record.system, record.type, record.id);
    }
}
