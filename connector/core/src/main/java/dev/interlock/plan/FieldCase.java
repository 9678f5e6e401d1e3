package dev.interlock.plan;

import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldRule;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One field of one entity, with everything that may decide about it.
 *
 * @param sides the live systems that said something about the field, in order of name
 * @param dangling the live systems that name a record which is not known, with what they say
 * @param open the conflict that is open about it
 */
record FieldCase(
        Field field,
        Optional<GoldenField> golden,
        List<Side> sides,
        Map<SystemId, FieldValue> dangling,
        Optional<Conflict> open,
        Instant now) {

    FieldCase {
        sides = sides.stream().sorted(Comparator.comparing(Side::system)).toList();
        dangling = Map.copyOf(dangling);
    }

    FieldRule rule() {
        return field.rule();
    }

    Optional<FieldValue> agreed() {
        return golden.map(GoldenField::value);
    }

    /** Whether the field is written there at all: where it is only read, nothing is ever owed. */
    boolean isWritten(Side side) {
        return field.in(side.system()).map(Binding::isWritten).orElse(false);
    }

    /** Whether a value stands in the golden record that a blank could take away. */
    boolean hasValue() {
        return agreed().filter(value -> !value.isEmpty()).isPresent();
    }

    Map<SystemId, FieldValue> observed() {
        Map<SystemId, FieldValue> all = new TreeMap<>();
        sides.forEach(side -> all.put(side.system(), side.observed()));
        return all;
    }
}
