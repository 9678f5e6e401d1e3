package dev.interlock.plan;

import dev.interlock.mapping.Binding;
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

/**
 * A dossier after people's rulings: the ruled values are golden, every live record counts as heard on these fields, and
 * their conflicts are over. The planner then owes the values to whoever holds something else (D2).
 */
record Ruled(Dossier dossier, Set<String> closed, List<Decision> decisions) {

    /**
     * Lays rulings over a dossier.
     *
     * @throws IllegalArgumentException if the record type has no such field, or the field is only computed
     */
    static Ruled by(List<Ruling> rulings, Dossier dossier, RecordMapping mapping, Instant now) {
        Map<String, GoldenField> golden = new LinkedHashMap<>(dossier.golden().fields());
        Map<SystemId, Shadow> shadows = new TreeMap<>(dossier.shadows());
        Map<String, Conflict> conflicts = new TreeMap<>(dossier.conflicts());
        Set<String> closed = new TreeSet<>();
        List<Decision> decisions = new ArrayList<>();
        for (Ruling ruling : rulings) {
            refuseUnknown(ruling, mapping);
            Origin origin = new Origin(ruling.by(), now, Origin.RULING + ruling.rule());
            decisions.add(new Decision(
                    ruling.field(),
                    origin.rule(),
                    ruling.by(),
                    dossier.golden().field(ruling.field()).map(GoldenField::value),
                    Optional.of(ruling.value())));
            golden.put(ruling.field(), GoldenField.first(ruling.value(), origin, now));
            shadows.replaceAll((system, shadow) -> heard(shadow, ruling, mapping));
            if (conflicts.remove(ruling.field()) != null) {
                closed.add(ruling.field());
            }
        }
        Dossier ruled = new Dossier(dossier.golden().with(golden), shadows, dossier.pending(), conflicts);
        return new Ruled(ruled, closed, decisions);
    }

    private static void refuseUnknown(Ruling ruling, RecordMapping mapping) {
        if (!mapping.fields().containsKey(ruling.field())) {
            throw new IllegalArgumentException("a " + mapping.type() + " has no field '" + ruling.field() + "'; it has "
                    + String.join(", ", mapping.fields().keySet()));
        }
    }

    private static Shadow heard(Shadow shadow, Ruling ruling, RecordMapping mapping) {
        String field = ruling.field();
        FieldValue said = shadow.observed().get(field);
        boolean mended = said == null && ruling.mends().equals(Optional.of(shadow.system()));
        boolean written = Optional.ofNullable(mapping.fields().get(field))
                .flatMap(known -> known.in(shadow.system()))
                .map(Binding::isWritten)
                .orElse(false);
        if (!shadow.isLive() || (said == null && !(mended && written))) {
            return shadow;
        }
        Shadow understood = mended ? shadow.understood(field, FieldValue.EMPTY) : shadow;
        Map<String, FieldValue> base = new LinkedHashMap<>(understood.base());
        base.put(field, mended ? FieldValue.EMPTY : said);
        Map<String, FieldValue> held = new LinkedHashMap<>(understood.held());
        held.remove(field);
        return understood.with(base, held);
    }

    /** The plan, with what was ruled in it. */
    Plan over(Plan plan) {
        Set<String> over = new TreeSet<>(plan.closed());
        over.addAll(closed);
        plan.opened().forEach(conflict -> over.remove(conflict.field()));
        List<Decision> all = new ArrayList<>(decisions);
        all.addAll(plan.decisions());
        return new Plan(plan.golden(), plan.shadows(), plan.writes(), plan.withdrawn(), plan.opened(), over, all);
    }
}
