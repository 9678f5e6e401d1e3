package dev.interlock.plan;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One plan while it is being made: fields first, then the fate of the record, then what is owed to whom. */
final class Drafting {

    private static final int MOST_ROUNDS = 6;

    private final Dossier dossier;
    private final RecordMapping mapping;
    private final Instant now;
    private final Map<String, GoldenField> golden;
    private final Map<SystemId, Shadow> shadows;
    private final Set<String> frozen = new TreeSet<>();
    private final Set<SystemId> edited = new TreeSet<>();
    private final OpenConflicts conflicts;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<SystemId, Write> wanted = new TreeMap<>();
    private Golden.Standing standing;

    Drafting(Dossier dossier, RecordMapping mapping, Instant now) {
        this.dossier = dossier;
        this.mapping = mapping;
        this.now = now;
        this.golden = new LinkedHashMap<>(dossier.golden().fields());
        this.shadows = new TreeMap<>(dossier.shadows());
        this.conflicts = new OpenConflicts(dossier.conflicts());
        this.standing = dossier.golden().standing();
    }

    /**
     * Decides all fields by the table, then the fate of the record. A decision may itself be news: a golden value that went
     * back to what a system started from lets that system's edit stand, and a deletion may end a contest. So the tables are
     * asked until they have no more to say: then planning again without news changes nothing.
     */
    void decide() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Dossier before = sofar();
            frozen.clear();
            edited.clear();
            wanted.clear();
            Composing.last(mapping.fields().values()).forEach(this::settle);
            edited.addAll(dossier.restored());
            judgeFate();
            if (sofar().equals(before)) {
                break;
            }
        }
        mapping.fields().values().forEach(this::noteOverruled);
    }

    /** S1: an edit that does not stand is told to the audit once, whether the golden record changed or not. */
    private void noteOverruled(Field field) {
        String name = field.name();
        FieldCase given = caseOf(field);
        for (Side side : given.sides()) {
            Optional<FieldValue> told = side.overruled().flatMap(Overruled::value);
            Optional<FieldValue> lost = Overruling.edit(given, side).filter(edit -> !frozen.contains(name));
            if (!lost.equals(told)) {
                shadows.computeIfPresent(side.system(), (any, shadow) -> shadow.overruling(name, lost));
                lost.ifPresent(edit -> decisions.add(new Decision(
                        name, Overruling.rule(given, side), side.system().name(), Optional.of(edit), given.agreed())));
            }
        }
    }

    private Dossier sofar() {
        Golden present = dossier.golden().with(golden).standing(standing);
        return new Dossier(present, shadows, dossier.pending(), conflicts.all());
    }

    /** Decides one field by the table and moves golden value, bases and conflicts accordingly. */
    private void settle(Field field) {
        if (golden.containsKey(field.name())) {
            shadows.replaceAll((any, shadow) -> Keeping.under(field, shadow, conflicts.about(field.name())));
        }
        FieldCase given = caseOf(field);
        FieldOutcome outcome =
                Composing.decide(given, dossier.golden().with(golden).values());
        noteEditors(given, outcome);
        noteGolden(field.name(), given, outcome);
        moveBases(field.name(), given, outcome);
        noteConflict(field.name(), given, outcome);
        if (outcome.frozen()) {
            frozen.add(field.name());
        }
    }

    private FieldCase caseOf(Field field) {
        String name = field.name();
        Map<SystemId, FieldValue> dangling = new TreeMap<>();
        for (Shadow shadow : shadows.values()) {
            shadow.dangling(field)
                    .forEach(named -> dangling.put(shadow.system(), new FieldValue.Text(named.toString())));
        }
        List<Side> sides = new Sides(field, dossier.pending(), conflicts.about(name)).of(shadows.values());
        return new FieldCase(field, Optional.ofNullable(golden.get(name)), sides, dangling, conflicts.about(name), now);
    }

    private static boolean isMoved(FieldCase given, FieldOutcome outcome) {
        return !outcome.golden().equals(given.golden());
    }

    /** Who edited, as far as that speaks against a deletion; once that is decided, only an edit that counts does. */
    private void noteEditors(FieldCase given, FieldOutcome outcome) {
        boolean moved = isMoved(given, outcome);
        for (Side side : given.sides()) {
            boolean changed = side.base().isPresent() && !side.base().get().equals(side.observed());
            boolean caughtUp = outcome.rule().equals("D2") && outcome.rebased().contains(side.system());
            if (changed && !side.isEcho() && !side.isHeld() && !caughtUp && (moved || isActive())) {
                edited.add(side.system());
            }
        }
    }

    private boolean isActive() {
        return standing == Golden.Standing.ACTIVE;
    }

    private void noteGolden(String field, FieldCase given, FieldOutcome outcome) {
        if (outcome.golden().equals(given.golden())) {
            return;
        }
        outcome.golden().ifPresent(value -> {
            golden.put(field, value);
            decisions.add(new Decision(
                    field, outcome.rule(), value.origin().by(), given.agreed(), Optional.of(value.value())));
        });
    }

    private void moveBases(String field, FieldCase given, FieldOutcome outcome) {
        if (given.golden().isEmpty() && outcome.golden().isPresent()) {
            shadows.replaceAll((any, shadow) -> shadow.keepingNo(field));
        }
        for (Side side : given.sides()) {
            Shadow shadow = shadow(side.system());
            Map<String, FieldValue> base = new LinkedHashMap<>(shadow.base());
            Map<String, FieldValue> held = new LinkedHashMap<>(shadow.held());
            if (outcome.rebased().contains(side.system()) || isShared(side, outcome)) {
                base.put(field, side.observed());
                held.remove(field);
            }
            FieldValue keeps = outcome.held().get(side.system());
            if (keeps != null) {
                held.put(field, keeps);
            }
            shadows.put(side.system(), shadow.with(base, held));
        }
    }

    /** Whoever says what was agreed on shares it, whether that was decided by its word or not. */
    private static boolean isShared(Side side, FieldOutcome outcome) {
        return !outcome.frozen()
                && outcome.golden()
                        .map(GoldenField::value)
                        .filter(side.observed()::equals)
                        .isPresent();
    }

    private void noteConflict(String field, FieldCase given, FieldOutcome outcome) {
        outcome.conflict().ifPresent(conflict -> conflicts.open(conflict, outcome.rule()));
        boolean over = given.open().filter(open -> isOver(open, field, given)).isPresent();
        if (outcome.conflict().isEmpty() && over) {
            conflicts.close(field);
        }
    }

    /** A frozen field is over once it thawed; a mere notice is over once nobody deviates any more. */
    private boolean isOver(Conflict open, String field, FieldCase given) {
        boolean deviates = !given.dangling().isEmpty();
        return open.freezes()
                || !deviates
                        && given.sides().stream()
                                .allMatch(side -> valueOf(field).equals(Optional.of(side.observed())));
    }

    private Optional<FieldValue> valueOf(String field) {
        return Optional.ofNullable(golden.get(field)).map(GoldenField::value);
    }

    private Shadow shadow(SystemId system) {
        Shadow shadow = shadows.get(system);
        if (shadow == null) {
            throw new IllegalStateException("no record of " + dossier.golden().id() + " in " + system);
        }
        return shadow;
    }

    /** R5, R6: what follows from a record that is gone somewhere. */
    private void judgeFate() {
        RecordFate.Ruling ruling = RecordFate.judge(sofar(), mapping, edited, now);
        shadows.putAll(ruling.shadows());
        standing = ruling.standing();
        ruling.deletes().forEach(write -> wanted.put(write.system(), write));
        decisions.addAll(ruling.decisions());
        ruling.conflict()
                .ifPresent(conflict ->
                        conflicts.open(conflict, conflict.kind() == Conflict.Kind.DELETED ? "R5 flag" : "R6"));
        boolean over = conflicts
                .about(Conflict.WHOLE_RECORD)
                .filter(open -> open.kind() != Conflict.Kind.DUPLICATE)
                .isPresent();
        if (over && ruling.conflict().isEmpty()) {
            conflicts.close(Conflict.WHOLE_RECORD);
        }
    }

    /** D2, R1: what each system has to be told; nothing any more of a record that ends, or is about to. */
    void owe() {
        boolean ending =
                !wanted.isEmpty() && conflicts.about(Conflict.WHOLE_RECORD).isEmpty();
        if (standing != Golden.Standing.ACTIVE || ending) {
            return;
        }
        Owed owed = new Owed(dossier.golden().with(golden), mapping, frozen, now);
        for (SystemId system : mapping.systems()) {
            if (!wanted.containsKey(system)) {
                owed.to(system, Optional.ofNullable(shadows.get(system)), hasLiveRecord())
                        .ifPresent(write -> wanted.put(system, write));
            }
        }
    }

    private boolean hasLiveRecord() {
        return shadows.values().stream().anyMatch(Shadow::isLive);
    }

    Plan plan() {
        List<Write> writes = new ArrayList<>();
        Set<SystemId> withdrawn = new TreeSet<>();
        dossier.pending().forEach((system, pending) -> {
            if (!pending.isInFlight() && !wanted.containsKey(system)) {
                withdrawn.add(system);
            }
        });
        for (Write write : wanted.values()) {
            Pending pending = dossier.pending().get(write.system());
            if (pending == null || mayReplace(pending, write)) {
                writes.add(write);
                if (write.kind() == Write.Kind.DELETE) {
                    decisions.add(fate("R5 delete", write.system().name()));
                }
            }
        }
        Golden result = sofar().golden();
        decisions.addAll(conflicts.decisions(dossier.golden(), result));
        return new Plan(result, shadows, writes, withdrawn, conflicts.opened(), conflicts.closed(), decisions);
    }

    private static boolean mayReplace(Pending pending, Write write) {
        return !pending.isInFlight() && !pending.write().isSameAs(write);
    }

    private static Decision fate(String rule, String by) {
        return new Decision(Conflict.WHOLE_RECORD, rule, by, Optional.empty(), Optional.empty());
    }
}
