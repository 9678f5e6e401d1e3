package dev.interlock.plan;

import dev.interlock.mapping.RecordMapping;
import java.time.Instant;
import java.util.List;

/**
 * Decides what shall be true of one entity and what must be written for it. A pure function: the same dossier, mapping and
 * instant give the same plan, and nothing is read or written.
 */
public final class Planner {

    private Planner() {}

    /**
     * Plans one entity after people decided about some of its fields.
     *
     * @param rulings each about another field
     * @throws IllegalArgumentException if one is about a field that the record type does not have
     */
    public static Plan plan(Dossier dossier, RecordMapping mapping, List<Ruling> rulings, Instant now) {
        Ruled ruled = Ruled.by(rulings, dossier, mapping, now);
        return ruled.over(plan(ruled.dossier(), mapping, now));
    }

    /**
     * Plans one entity.
     *
     * @param dossier everything known of it; its shadows hold the newest observations
     * @param now the instant that stamps decisions and conflicts
     */
    public static Plan plan(Dossier dossier, RecordMapping mapping, Instant now) {
        Drafting draft = new Drafting(dossier, mapping, now);
        if (dossier.golden().standing() != Golden.Standing.REDIRECTED) {
            draft.decide();
            draft.owe();
        }
        return draft.plan();
    }
}
