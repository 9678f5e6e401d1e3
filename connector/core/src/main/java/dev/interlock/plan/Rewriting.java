package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * D12 where the rules revert it: a system that changes whatever is written into a field keeps its own value in the end, and a
 * person is told. The field goes on everywhere else.
 */
final class Rewriting {

    private Rewriting() {}

    static FieldOutcome stopped(FieldCase given, FieldOutcome outcome) {
        Optional<FieldValue> agreed = outcome.golden().map(GoldenField::value);
        if (outcome.frozen() || agreed.isEmpty()) {
            return outcome;
        }
        List<Side> rewriting = given.sides().stream()
                .filter(side -> side.changed() && !side.isHeld())
                .filter(side -> !side.observed().equals(agreed.get()))
                .filter(side -> side.overruled()
                        .filter(count -> count.isTooOften(given.now()))
                        .isPresent())
                .toList();
        return rewriting.isEmpty() ? outcome : stopped(given, outcome, rewriting);
    }

    private static FieldOutcome stopped(FieldCase given, FieldOutcome outcome, List<Side> rewriting) {
        Map<SystemId, FieldValue> held = new TreeMap<>(outcome.held());
        Map<SystemId, FieldValue> values = new TreeMap<>();
        rewriting.forEach(side -> {
            held.put(side.system(), side.observed());
            values.put(side.system(), side.observed());
        });
        String field = given.field().name();
        Conflict told = new Conflict(
                field,
                Conflict.Kind.REWRITTEN,
                values,
                outcome.golden().map(GoldenField::value),
                values.keySet() + " rewrites " + field + ": it was written back " + Overruled.MOST + " times within "
                        + Overruled.WINDOW.toDays() + " days, and is not written there any more",
                given.now());
        return new FieldOutcome(outcome.golden(), outcome.rebased(), held, Optional.of(told), false, "D12 rewritten");
    }
}
