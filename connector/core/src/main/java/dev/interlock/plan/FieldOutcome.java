package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was decided about one field.
 *
 * @param golden the agreed value from now on; empty if there still is none
 * @param rebased systems that now share this value with the golden record
 * @param held systems that keep a value of their own
 * @param conflict what a person must decide or know
 * @param frozen whether nothing may be written
 * @param rule the row of the table
 */
record FieldOutcome(
        Optional<GoldenField> golden,
        Set<SystemId> rebased,
        Map<SystemId, FieldValue> held,
        Optional<Conflict> conflict,
        boolean frozen,
        String rule) {

    static FieldOutcome quiet(Optional<GoldenField> golden, Set<SystemId> rebased, String rule) {
        return new FieldOutcome(golden, rebased, Map.of(), Optional.empty(), false, rule);
    }
}
