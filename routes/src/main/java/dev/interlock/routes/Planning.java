package dev.interlock.routes;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Decision;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Planner;
import dev.interlock.stage.Staged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Third step: what follows from what was heard? */
final class Planning {

    private Planning() {}

    static PlannedPage plan(HeardPage page, Instant now) {
        Desk desk = page.arrived().desk();
        Findable findable = new Findable(desk);
        List<Staged> staged = new ArrayList<>();
        for (Dossier dossier : page.dossiers().values()) {
            Plan plan = told(flagged(Planner.plan(dossier, desk.mapping(), now), page), page);
            staged.add(findable.staged(plan));
            page.arrived().tally().add(Tally.Of.CONFLICTS, plan.opened().size());
        }
        return new PlannedPage(page, staged);
    }

    /** A second record of the entity in one system, found by a merge, is for a person, until it is merged away. */
    private static Plan flagged(Plan plan, HeardPage page) {
        Conflict duplicate = page.duplicates().get(plan.golden().id());
        boolean reunited = page.reunited().contains(plan.golden().id());
        if (duplicate == null && !reunited) {
            return plan;
        }
        List<Conflict> opened = new ArrayList<>(plan.opened());
        Set<String> closed = new HashSet<>(plan.closed());
        if (duplicate != null) {
            opened.add(duplicate);
        } else if (opened.stream().noneMatch(open -> open.field().equals(Conflict.WHOLE_RECORD))) {
            closed.add(Conflict.WHOLE_RECORD);
        }
        return new Plan(
                plan.golden(), plan.shadows(), plan.writes(), plan.withdrawn(), opened, closed, plan.decisions());
    }

    private static Plan told(Plan plan, HeardPage page) {
        List<Decision> decisions = new ArrayList<>(plan.decisions());
        decisions.addAll(page.conversions().getOrDefault(plan.golden().id(), List.of()));
        return new Plan(
                plan.golden(),
                plan.shadows(),
                plan.writes(),
                plan.withdrawn(),
                plan.opened(),
                plan.closed(),
                decisions);
    }
}
