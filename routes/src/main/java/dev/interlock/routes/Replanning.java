package dev.interlock.routes;

import dev.interlock.mapping.Reference;
import dev.interlock.mapping.Translated;
import dev.interlock.mapping.Translation;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Planner;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.stage.Stage;
import dev.interlock.stage.Staged;
import dev.interlock.stage.StagingStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans entities again that something else moved: a parent that was linked, a write that was confirmed while the golden
 * record went on, a mapping that changed. What their records last said is read again through the lenses.
 */
final class Replanning {

    private static final int PAGE = 500;

    private final StagingStore store;
    private final InstantSource clock;

    Replanning(StagingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Plans every touched entity of the type; answers how many there were. */
    long all(Desk desk) {
        long planned = 0;
        int page = PAGE;
        while (page == PAGE) {
            page = store.inTransaction(stage -> onePage(desk, stage));
            planned += page;
        }
        return planned;
    }

    private int onePage(Desk desk, Stage stage) {
        List<EntityId> touched = stage.takeTouched(desk.mapping().type(), PAGE);
        Map<EntityId, Dossier> dossiers = stage.dossiers(touched);
        Set<Reference> references = new HashSet<>();
        Translation translation = desk.translation();
        dossiers.values()
                .forEach(dossier -> dossier.shadows()
                        .values()
                        .forEach(shadow -> references.addAll(translation.references(shadow.system(), shadow.raw()))));
        KnownLinks links = new KnownLinks(stage.resolve(references), Map.of());
        List<Staged> staged = new ArrayList<>();
        Findable findable = new Findable(desk);
        Instant now = clock.instant();
        for (Dossier dossier : dossiers.values()) {
            Dossier again = readAgain(dossier, translation, links);
            Plan plan = Planner.plan(again, desk.mapping(), now);
            staged.add(findable.staged(plan));
        }
        stage.save(staged);
        stage.settle(WriteAsides.withdrawn(staged));
        return touched.size();
    }

    private static Dossier readAgain(Dossier dossier, Translation translation, KnownLinks links) {
        Dossier again = dossier;
        for (Shadow shadow : dossier.shadows().values()) {
            if (shadow.isLive()) {
                Translated read = translation.translate(
                        new Observation(
                                shadow.key(), new Fate.Live(), shadow.raw(), shadow.changedAt(), shadow.writtenAt()),
                        links);
                again = again.with(shadow.heard(read, shadow.raw(), shadow.changedAt()));
            }
        }
        return again;
    }
}
