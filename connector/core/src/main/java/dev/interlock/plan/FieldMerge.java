package dev.interlock.plan;

import dev.interlock.mapping.FieldRule.Blank;
import dev.interlock.mapping.FieldRule.Unauthorised;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The decision table per field, D1 to D13. A three-way merge: each system's present word against the last value it shared
 * with the golden record, and against the others.
 */
final class FieldMerge {

    /** More turns than this within {@link #WINDOW}, each by another system than the one before, and the field is frozen. */
    static final int MOST_TURNS = 6;

    static final Duration WINDOW = Duration.ofHours(1);

    private final FieldCase given;
    private final Set<SystemId> rebased = new TreeSet<>();
    private final Map<SystemId, FieldValue> held = new TreeMap<>();

    private FieldMerge(FieldCase given) {
        this.given = given;
    }

    static FieldOutcome decide(FieldCase given) {
        return Dangling.told(given, Rewriting.stopped(given, new FieldMerge(given).decide()));
    }

    private FieldOutcome decide() {
        Optional<Conflict> open = given.open().filter(Conflict::freezes);
        if (open.isPresent()) {
            return frozen(open.get());
        }
        List<Side> changed = new ArrayList<>(given.sides().stream()
                .filter(side -> !isKept(side) && side.changed())
                .toList());
        changed.removeIf(this::isNoNews);
        List<Side> intruders = changed.stream()
                .filter(side -> !given.rule().allows(side.system()))
                .toList();
        changed.removeAll(intruders);
        boolean blanked = changed.removeIf(this::isRejectedBlank);
        FieldOutcome outcome = changed.isEmpty() ? unchanged(blanked) : changed(changed);
        return intruded(heeded(outcome, changed), intruders);
    }

    /** A value of its own that a system keeps is no news, unless it is the only one, or everybody's by now. */
    private boolean isKept(Side side) {
        return side.isHeld()
                && given.agreed().filter(value -> !side.isHeld(value)).isPresent();
    }

    /**
     * D8: while the conflict is open nothing moves, unless the systems came to agree by themselves. What a system said that is
     * gone since stays on record.
     */
    private FieldOutcome frozen(Conflict open) {
        if (isCalm(open) && areAgreed()) {
            given.sides().forEach(side -> rebased.add(side.system()));
            Side first = given.sides().getFirst();
            return adopted(first.observed(), first.system().name(), first.changedAt(), "D8 agreed");
        }
        Map<SystemId, FieldValue> words = new TreeMap<>(open.values());
        words.putAll(given.observed());
        Conflict now = new Conflict(open.field(), open.kind(), words, open.ancestor(), open.why(), open.opened());
        return new FieldOutcome(given.golden(), Set.of(), Map.of(), Optional.of(now), true, "D8");
    }

    /** What kept changing to and fro agrees by chance every other moment: only after a whole window it is believed. */
    private boolean isCalm(Conflict open) {
        return open.kind() != Conflict.Kind.LOOP
                || Duration.between(open.opened(), given.now()).compareTo(WINDOW) > 0;
    }

    /** All say the same, and it is the golden value or an edit by one who may change it. */
    private boolean areAgreed() {
        if (given.sides().stream().map(Side::observed).distinct().count() != 1) {
            return false;
        }
        Optional<FieldValue> said = Optional.of(given.sides().getFirst().observed());
        boolean authorised = given.sides().stream()
                .anyMatch(side -> side.changed() && given.rule().allows(side.system()) && !isRejectedBlank(side));
        return said.equals(given.agreed()) || (given.sides().size() > 1 && authorised);
    }

    /** D6, D10, D11: it says what is agreed, or what we are just writing there; both sides share it now. */
    private boolean isNoNews(Side side) {
        boolean same = given.agreed()
                .map(side.observed()::equals)
                .orElse(side.observed().isEmpty());
        if (same || side.isEcho()) {
            rebased.add(side.system());
            return true;
        }
        return false;
    }

    /** D9: a blank against a value is no edit, unless the rules say so; the value is owed back. */
    private boolean isRejectedBlank(Side side) {
        boolean blank = side.observed().isEmpty() && given.hasValue();
        return blank && (given.rule().blank() == Blank.REJECT || side.base().isEmpty());
    }

    /** D1, D2. */
    private FieldOutcome unchanged(boolean blanked) {
        return FieldOutcome.quiet(given.golden(), rebased, blanked ? "D9" : "D2");
    }

    private FieldOutcome changed(List<Side> changed) {
        List<Party> parties = new ArrayList<>(changed.stream().map(Party::of).toList());
        List<Party> agreed = agreedAgainst(changed);
        if (!isSuperseded(changed)) {
            parties.addAll(agreed);
        }
        boolean agree = parties.stream().map(Party::value).distinct().count() == 1;
        if (agree || isUnanimous(changed)) {
            changed.forEach(side -> rebased.add(side.system()));
            Party first = parties.getFirst();
            return adopted(first.value(), first.by(), first.changedAt(), changed.size() == 1 ? "D3" : "D6");
        }
        Optional<Contest.Verdict> verdict = new Contest(given.rule().authority(), agreed).decide(parties);
        return verdict.map(decided -> decided(decided, changed)).orElseGet(() -> contested(changed));
    }

    /** What was said where the field is only read stays there, whoever won; heeded once, it is no news any more. */
    private FieldOutcome heeded(FieldOutcome outcome, List<Side> changed) {
        if (outcome.frozen()) {
            return outcome;
        }
        changed.stream()
                .filter(side -> !given.isWritten(side))
                .filter(side -> outcome.golden()
                        .map(GoldenField::value)
                        .filter(value -> !value.equals(side.observed()))
                        .isPresent())
                .forEach(side -> held.put(side.system(), side.observed()));
        return new FieldOutcome(outcome.golden(), rebased, held, outcome.conflict(), outcome.frozen(), outcome.rule());
    }

    /** D6: where all of several systems say the same, no golden value stands against them. */
    private boolean isUnanimous(List<Side> changed) {
        return changed.size() > 1
                && changed.size() == given.sides().size()
                && changed.stream().map(Side::observed).distinct().count() == 1;
    }

    /** D5 and R2: the golden value is a party itself where the system was never told of it. */
    private List<Party> agreedAgainst(List<Side> changed) {
        boolean stands = given.hasValue() || given.rule().blank() == Blank.CLEAR;
        return changed.stream()
                .filter(side -> isOwed(side) || (side.base().isEmpty() && stands))
                .flatMap(side -> given.golden().map(golden -> Party.of(golden, side.base())).stream())
                .toList();
    }

    private boolean isOwed(Side side) {
        return given.isWritten(side) && side.isOwed(given.agreed());
    }

    /** A system that knew the golden value and went on from there speaks for it. */
    private boolean isSuperseded(List<Side> changed) {
        return changed.stream()
                .anyMatch(side -> side.base().isPresent() && side.base().equals(given.agreed()));
    }

    private FieldOutcome decided(Contest.Verdict verdict, List<Side> changed) {
        FieldValue value = verdict.winner().value();
        changed.stream().filter(side -> side.observed().equals(value)).forEach(side -> rebased.add(side.system()));
        return adopted(value, verdict.winner().by(), verdict.winner().changedAt(), verdict.rule());
    }

    private FieldOutcome contested(List<Side> changed) {
        Conflict conflict = new Conflict(
                given.field().name(),
                Conflict.Kind.CONTESTED,
                given.observed(),
                ancestor(changed),
                "changed differently, and no rule decides",
                given.now());
        return new FieldOutcome(given.golden(), rebased, Map.of(), Optional.of(conflict), true, "D7 conflict");
    }

    /** What all of them last shared; without a common base, what is agreed now. */
    private Optional<FieldValue> ancestor(List<Side> changed) {
        List<FieldValue> bases = changed.stream()
                .flatMap(side -> side.base().stream())
                .distinct()
                .toList();
        return bases.size() == 1 ? Optional.of(bases.getFirst()) : given.agreed();
    }

    private FieldOutcome adopted(FieldValue value, String by, Instant changedAt, String rule) {
        if (given.agreed().filter(value::equals).isPresent()) {
            return FieldOutcome.quiet(given.golden(), rebased, rule);
        }
        Origin origin = new Origin(by, changedAt, rule);
        if (given.golden().isEmpty()) {
            return FieldOutcome.quiet(Optional.of(GoldenField.first(value, origin, given.now())), rebased, rule);
        }
        GoldenField turned = turned(given.golden().get(), value, origin);
        return turned.turns() > MOST_TURNS ? looping() : FieldOutcome.quiet(Optional.of(turned), rebased, rule);
    }

    private GoldenField turned(GoldenField before, FieldValue value, Origin origin) {
        boolean sameHand = before.origin().by().equals(origin.by());
        boolean expired = Duration.between(before.turningSince(), given.now()).compareTo(WINDOW) > 0;
        int turns = expired ? 0 : before.turns();
        return new GoldenField(
                value, origin, sameHand ? turns : turns + 1, expired ? given.now() : before.turningSince());
    }

    /** D12: something out there keeps changing it back. */
    private FieldOutcome looping() {
        Conflict conflict = new Conflict(
                given.field().name(),
                Conflict.Kind.LOOP,
                given.observed(),
                given.agreed(),
                "changed to and fro more than " + MOST_TURNS + " times within " + WINDOW.toMinutes() + " minutes",
                given.now());
        return new FieldOutcome(given.golden(), Set.of(), Map.of(), Optional.of(conflict), true, "D12 breaker");
    }

    /** D4: systems without a say in the field changed it. One that says what was just agreed on is none of them. */
    private FieldOutcome intruded(FieldOutcome outcome, List<Side> changed) {
        Optional<FieldValue> agreed = outcome.golden().map(GoldenField::value);
        List<Side> intruders = changed.stream()
                .filter(side -> agreed.filter(side.observed()::equals).isEmpty())
                .toList();
        List<Side> kept = kept(agreed);
        if (outcome.frozen() || (changed.isEmpty() && kept.isEmpty())) {
            return outcome;
        }
        Unauthorised policy = given.rule().unauthorised();
        if (policy == Unauthorised.KEEP || agreed.isEmpty()) {
            intruders.forEach(side -> held.put(side.system(), side.observed()));
        }
        boolean flagged = agreed.isPresent() && !(intruders.isEmpty() && kept.isEmpty());
        List<Side> all = Stream.concat(intruders.stream(), kept.stream()).toList();
        Optional<Conflict> flag = flagged ? Optional.of(intrusion(all, policy)) : Optional.empty();
        String rule = outcome.rule().equals("D2") ? "D4" : outcome.rule();
        boolean asks = flagged && policy == Unauthorised.ASK;
        return new FieldOutcome(outcome.golden(), rebased, held, flag, asks, rule);
    }

    /** What was kept once is told of as long as it is there, also when its record was away in between. */
    private List<Side> kept(Optional<FieldValue> agreed) {
        return given.rule().unauthorised() != Unauthorised.KEEP
                ? List.of()
                : given.sides().stream()
                        .filter(side -> isKept(side) && !given.rule().allows(side.system()))
                        .filter(side -> agreed.filter(side.observed()::equals).isEmpty())
                        .toList();
    }

    private Conflict intrusion(List<Side> intruders, Unauthorised policy) {
        Map<SystemId, FieldValue> values = new TreeMap<>();
        intruders.forEach(side -> values.put(side.system(), side.observed()));
        String why = switch (policy) {
            case REVERT -> "reverted: changed by a system that has no say in it";
            case KEEP -> "kept: changed by a system that has no say in it";
            case ASK -> "ask: changed by a system that has no say in it";
        };
        return new Conflict(
                given.field().name(),
                Conflict.Kind.UNAUTHORISED,
                policy == Unauthorised.ASK ? given.observed() : values,
                given.agreed(),
                why,
                given.now());
    }
}
