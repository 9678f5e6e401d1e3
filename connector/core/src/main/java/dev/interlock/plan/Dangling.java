package dev.interlock.plan;

import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.Optional;
import java.util.Set;

/**
 * D13 where a system names a record that nobody knows: it waits in the inbox, is hidden from us, or was deleted before we saw
 * it. Nothing is written over such a word, so it is told to a person as soon as something would be.
 */
final class Dangling {

    private Dangling() {}

    static FieldOutcome told(FieldCase given, FieldOutcome outcome) {
        Optional<FieldValue> agreed = outcome.golden().map(GoldenField::value).filter(value -> !value.isEmpty());
        if (outcome.conflict().isPresent()
                || agreed.isEmpty()
                || given.dangling().isEmpty()) {
            return outcome;
        }
        Set<SystemId> systems = given.dangling().keySet();
        Conflict told = new Conflict(
                given.field().name(),
                Conflict.Kind.DANGLING,
                given.dangling(),
                agreed,
                "names a record that is not known: it waits itself, is hidden from us or was deleted; " + systems
                        + " is not written to until that is cleared",
                given.now());
        return new FieldOutcome(
                outcome.golden(),
                outcome.rebased(),
                outcome.held(),
                Optional.of(told),
                outcome.frozen(),
                outcome.rule());
    }
}
