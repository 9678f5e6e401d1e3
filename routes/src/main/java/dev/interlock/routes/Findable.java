package dev.interlock.routes;

import dev.interlock.match.Experience;
import dev.interlock.match.MatchKey;
import dev.interlock.match.Scales;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Shadow;
import dev.interlock.record.FieldValue;
import dev.interlock.stage.Staged;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By what entities of one type are found from now on: by what is agreed on, and by what each of their records says. */
final class Findable {

    private final Desk desk;
    private final Optional<Scales> scales;

    Findable(Desk desk) {
        this.desk = desk;
        // What records are looked up by does not depend on what was learnt.
        scales = desk.mapping().weighing().isWanted()
                ? Optional.of(new Scales(desk.mapping(), Experience.SHIPPED))
                : Optional.empty();
    }

    /** A plan, ready to be stored. */
    Staged staged(Plan plan) {
        Set<MatchKey> keys = new HashSet<>();
        Set<Long> clues = new HashSet<>();
        add(plan.golden().values(), keys, clues);
        for (Shadow shadow : plan.shadows().values()) {
            add(shadow.observed(), keys, clues);
        }
        return new Staged(plan, keys, clues, plan.waitsFor(desk.mapping()));
    }

    private void add(Map<String, FieldValue> values, Set<MatchKey> keys, Set<Long> clues) {
        keys.addAll(desk.allKeys(values));
        scales.ifPresent(known -> clues.addAll(known.clues(values)));
    }
}
