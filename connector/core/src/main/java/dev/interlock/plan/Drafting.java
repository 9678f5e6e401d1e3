package dev.interlock.plan;

import dev.interlock.mapping.Binding;
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

    private static final int MOST_ROUNDS = 4;

    private final Dossier dossier;
    private final RecordMapping mapping;
    private final Instant now;
    private final Map<String, GoldenField> golden;
    private final Map<SystemId, Shadow> shadows;
    private final Set<String> frozen = new TreeSet<>();
    private final Set<SystemId> edited = new TreeSet<>();
    private final List<Conflict> opened = new ArrayList<>();
    private final Set<String> closed = new TreeSet<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<SystemId, Write> wanted = new TreeMap<>();
    private Golden.Standing standing;

    Drafting(Dossier dossier, RecordMapping mapping, Instant now) {
        this.dossier = dossier;
        this.mapping = mapping;
        this.now = now;
        this.golden = new LinkedHashMap<>(dossier.golden().fields());
        this.shadows = new TreeMap<>(dossier.shadows());
        this.standing = dossier.golden().standing();
    }

    /**
     * Decides one field by the table and moves golden value, bases and conflicts accordingly. A decision may itself be news:
     * a golden value that went back to what a system started from lets that system's edit stand. So the table is asked until
     * it has no more to say.
     */
    void settle(Field field) {
        FieldCase given = caseOf(field);
        FieldOutcome outcome = settleOnce(given);
        Optional<Conflict> notice = outcome.conflict();
        for (int round = 1; round < MOST_ROUNDS && !outcome.frozen() && isMoved(given, outcome); round++) {
            given = caseOf(field);
            outcome = settleOnce(given);
        }
        if (outcome.frozen()) {
            frozen.add(field.name());
        }
        FieldCase last = given;
        FieldOutcome told = notice.filter(first -> !isOver(first, field.name(), last))
                .map(outcome::telling)
                .orElse(outcome);
        noteConflict(field.name(), given, told);
    }

    private FieldCase caseOf(Field field) {
        Optional<Conflict> open = Optional.ofNullable(dossier.conflicts().get(field.name()));
        return new FieldCase(field, Optional.ofNullable(golden.get(field.name())), sides(field), open, now);
    }

    private FieldOutcome settleOnce(FieldCase given) {
        FieldOutcome outcome = FieldMerge.decide(given);
        noteEditors(given, outcome);
        noteGolden(given.field().name(), given, outcome);
        moveBases(given.field().name(), given, outcome);
        return outcome;
    }

    private static boolean isMoved(FieldCase given, FieldOutcome outcome) {
        return !outcome.golden().equals(given.golden());
    }

    private List<Side> sides(Field field) {
        List<Side> sides = new ArrayList<>();
        for (Shadow shadow : shadows.values()) {
            FieldValue observed = shadow.observed().get(field.name());
            boolean read = field.in(shadow.system()).map(Binding::isRead).orElse(false);
            if (shadow.isLive() && observed != null && read) {
                sides.add(side(field.name(), shadow, observed));
            }
        }
        return sides;
    }

    private Side side(String field, Shadow shadow, FieldValue observed) {
        Optional<FieldValue> ours = Optional.ofNullable(dossier.pending().get(shadow.system()))
                .filter(pending -> pending.progress() == Pending.Progress.IN_FLIGHT)
                .flatMap(pending -> Optional.ofNullable(pending.write().fields().get(field)));
        return new Side(
                shadow.system(),
                Optional.ofNullable(shadow.base().get(field)),
                observed,
                ours,
                Optional.ofNullable(shadow.held().get(field)),
                shadow.changedAt());
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
        return dossier.golden().standing() == Golden.Standing.ACTIVE;
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
        boolean first = given.golden().isEmpty() && outcome.golden().isPresent();
        for (Side side : given.sides()) {
            Shadow shadow = shadow(side.system());
            Map<String, FieldValue> base = new LinkedHashMap<>(shadow.base());
            Map<String, FieldValue> held = new LinkedHashMap<>(shadow.held());
            if (first) {
                held.remove(field);
            }
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
        Optional<Conflict> open = given.open();
        if (outcome.conflict().isPresent()) {
            Conflict conflict = outcome.conflict().get();
            if (open.isEmpty() || !open.get().saysTheSameAs(conflict)) {
                opened.add(conflict);
                decisions.add(
                        new Decision(field, outcome.rule(), conflict.kind().name(), given.agreed(), given.agreed()));
            }
        } else if (open.isPresent() && isOver(open.get(), field, given)) {
            closed.add(field);
            decisions.add(new Decision(field, "settled", "interlock", given.agreed(), valueOf(field)));
        }
    }

    /** A frozen field is over once it thawed; a mere notice is over once nobody deviates any more. */
    private boolean isOver(Conflict open, String field, FieldCase given) {
        return open.freezes()
                || given.sides().stream().allMatch(side -> valueOf(field).equals(Optional.of(side.observed())));
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
    void judgeFate() {
        Dossier sofar = new Dossier(dossier.golden(), shadows, dossier.pending(), dossier.conflicts());
        RecordFate.Ruling ruling = RecordFate.judge(sofar, mapping, edited, now);
        if (!ruling.shadows().equals(shadows)) {
            shadows.putAll(ruling.shadows());
            mapping.fields().values().forEach(this::dropIdleConflict);
        }
        standing = ruling.standing();
        ruling.deletes().forEach(write -> wanted.put(write.system(), write));
        decisions.addAll(ruling.decisions());
        Conflict known = dossier.conflicts().get(Conflict.WHOLE_RECORD);
        ruling.conflict()
                .filter(conflict -> known == null || !known.saysTheSameAs(conflict))
                .ifPresent(conflict -> {
                    opened.add(conflict);
                    noteFate(
                            conflict.kind() == Conflict.Kind.DELETED ? "R5 flag" : "R6",
                            conflict.kind().name());
                });
        if (known != null && ruling.conflict().isEmpty() && known.kind() != Conflict.Kind.DUPLICATE) {
            closed.add(Conflict.WHOLE_RECORD);
            noteFate("settled", "interlock");
        }
    }

    /** R5 may take out of step the very record that a conflict is about; those that are left agree then. */
    private void dropIdleConflict(Field field) {
        String name = field.name();
        FieldCase after = caseOf(field);
        if (opened.removeIf(conflict -> conflict.field().equals(name) && isIdle(conflict, after))) {
            thaw(after);
        }
        if (after.open().filter(conflict -> isIdle(conflict, after)).isPresent() && closed.add(name)) {
            thaw(after);
            decisions.add(new Decision(name, "settled", "interlock", after.agreed(), after.agreed()));
        }
    }

    /** Those that are left all say what was agreed on, so they share it from now on. */
    private void thaw(FieldCase after) {
        frozen.remove(after.field().name());
        moveBases(after.field().name(), after, FieldOutcome.quiet(after.golden(), Set.of(), "D2"));
    }

    private static boolean isIdle(Conflict conflict, FieldCase after) {
        boolean stays = conflict.freezes() && (after.sides().isEmpty() || conflict.kind() == Conflict.Kind.LOOP);
        return !stays && after.sides().stream().allMatch(side -> after.agreed().equals(Optional.of(side.observed())));
    }

    private void noteFate(String rule, String by) {
        decisions.add(new Decision(Conflict.WHOLE_RECORD, rule, by, Optional.empty(), Optional.empty()));
    }

    /** D2, R1: what each system has to be told. */
    void owe() {
        if (standing != Golden.Standing.ACTIVE) {
            return;
        }
        Owed owed = new Owed(dossier.golden().with(golden), mapping, frozen);
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
            if (pending.progress() != Pending.Progress.IN_FLIGHT && !wanted.containsKey(system)) {
                withdrawn.add(system);
            }
        });
        for (Write write : wanted.values()) {
            Pending pending = dossier.pending().get(write.system());
            if (pending == null || mayReplace(pending, write)) {
                writes.add(write);
                if (write.kind() == Write.Kind.DELETE) {
                    noteFate("R5 delete", write.system().name());
                }
            }
        }
        Golden result = dossier.golden().with(golden).standing(standing);
        return new Plan(result, shadows, writes, withdrawn, opened, closed, decisions);
    }

    private static boolean mayReplace(Pending pending, Write write) {
        return pending.progress() != Pending.Progress.IN_FLIGHT
                && !pending.write().isSameAs(write);
    }
}
