package dev.interlock.plan;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.Naming;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * N1: a field that is composed out of others. The other fields say what it is, and no system's edit of it travels. Where a
 * person chose another name it stays (it is held there), unless the standard is written over anything; a blank is no
 * choice, and neither is the name that was shared last.
 */
final class Composing {

    private static final String RULE = "N1";

    /** Who is told to have said it: no system did. */
    private static final String BY = "standard";

    private Composing() {}

    /** The fields in the order of deciding: composed ones once what they are composed of is decided. */
    static List<Field> last(Collection<Field> fields) {
        return fields.stream()
                .sorted(Comparator.comparing(field -> field.composed().isPresent()))
                .toList();
    }

    /** A composed field by its standard, any other by the table of the three-way merge. */
    static FieldOutcome decide(FieldCase given, Map<String, FieldValue> others) {
        return given.field()
                .composed()
                .map(standard -> Rewriting.stopped(given, decide(given, standard, others)))
                .orElseGet(() -> FieldMerge.decide(given));
    }

    private static FieldOutcome decide(FieldCase given, Naming.Composed standard, Map<String, FieldValue> others) {
        Optional<GoldenField> golden = golden(given, standard.template().write(others));
        Set<SystemId> rebased = new TreeSet<>();
        Map<SystemId, FieldValue> held = new TreeMap<>();
        for (Side side : given.sides()) {
            boolean same = golden.filter(agreed -> agreed.value().equals(side.observed()))
                    .isPresent();
            if (same || side.isEcho()) {
                rebased.add(side.system());
            } else if (isChosen(side) && (standard.over() == Naming.Over.OURS || !given.isWritten(side))) {
                held.put(side.system(), side.observed());
            }
        }
        return new FieldOutcome(golden, rebased, held, Optional.empty(), false, RULE);
    }

    /** What a person ruled stands; where nothing can be composed, what was composed before. */
    private static Optional<GoldenField> golden(FieldCase given, Optional<FieldValue> composed) {
        boolean ruled =
                given.golden().filter(golden -> golden.origin().isRuling()).isPresent();
        return ruled || composed.isEmpty() || composed.equals(given.agreed())
                ? given.golden()
                : composed.map(name -> GoldenField.first(name, new Origin(BY, given.now(), RULE), given.now()));
    }

    private static boolean isChosen(Side side) {
        return !side.observed().isEmpty() && side.changed();
    }
}
