package dev.interlock.routes;

import dev.interlock.mapping.Translated;
import dev.interlock.match.Match;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Golden;
import dev.interlock.plan.Hearing;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second step: who is each record, and what does its entity hear? */
final class Recognising {

    private final TranslatedPage page;
    private final Stage stage;
    private final SystemId system;
    private final Map<RecordKey, EntityId> owners;
    private final Map<EntityId, Dossier> known;
    private final Meeting meeting;
    private final Map<EntityId, Dossier> heard = new LinkedHashMap<>();
    private final Set<RecordKey> linked = new HashSet<>();
    private final List<Quarantined> aside = new ArrayList<>();
    private final Asides asides;
    private final Merging merging;
    private final Converting converting;

    private Recognising(TranslatedPage page, Stage stage) {
        this.page = page;
        this.stage = stage;
        this.system = page.arrived().system();
        this.owners = new HashMap<>(page.owners());
        this.known = new HashMap<>(page.dossiers());
        this.meeting = new Meeting(page.arrived().desk(), stage, system, known);
        this.asides = new Asides(page.arrived().desk().mapping());
        this.merging = new Merging(owners, this::dossier, this::put, stage::bystander);
        this.converting = new Converting(stage);
    }

    static HeardPage recognise(TranslatedPage page, Stage stage) {
        Recognising work = new Recognising(page, stage);
        work.lookForCandidates();
        work.merge();
        work.hear();
        stage.audit(work.meeting.notes());
        work.merging.redirects().keySet().forEach(work.heard::remove);
        return new HeardPage(
                page.arrived(),
                page.news().stream().map(Translated::observation).toList(),
                work.heard,
                work.linked,
                work.aside,
                work.merging.redirects(),
                work.merging.duplicates(),
                work.merging.reunited(),
                work.merging.moved(),
                work.converting.told());
    }

    /** Everything that all strangers may be is looked up at once. */
    private void lookForCandidates() {
        List<Translated> strangers = new ArrayList<>();
        Set<EntityId> named = new HashSet<>();
        Set<RecordKey> keys = new HashSet<>();
        for (Translated record : page.news()) {
            if (!owners.containsKey(record.observation().key())) {
                keys.add(record.observation().key());
                strangers.add(record);
                ownKey(record).ifPresent(named::add);
            }
        }
        converting.lookFor(keys);
        meeting.lookFor(strangers, named);
    }

    /** Merges come first, so that a record that takes over the link of another is not taken for a stranger before. */
    private void merge() {
        for (Translated record : page.news()) {
            RecordKey key = record.observation().key();
            if (record.observation().fate() instanceof Fate.MergedInto merged) {
                merging.merge(key, new RecordKey(system, key.type(), merged.winnerId()));
            }
        }
    }

    private void hear() {
        for (Translated record : page.news()) {
            if (!(record.observation().fate() instanceof Fate.MergedInto)) {
                hear(record);
            }
        }
    }

    private void hear(Translated record) {
        RecordKey key = record.observation().key();
        EntityId owner = owners.get(key);
        if (owner != null && Merging.endsDuplicate(record.observation(), dossier(owner))) {
            merging.reunite(dossier(owner), key);
        } else if (owner != null
                && isKeptAndGone(dossier(owner), record.observation())
                && merging.takesOver(dossier(owner), key)) {
            // The other record is asked for once the page has arrived.
            return;
        } else if (owner != null && Merging.isUntoldSecond(record.observation(), dossier(owner))) {
            merging.tellSecond(dossier(owner), key);
        } else if (owner != null) {
            hears(owner, dossier(owner).shadows().getOrDefault(system, Shadow.fresh(key)), record);
        } else if (record.observation().isLive()) {
            meet(record);
        } else {
            ownKey(record)
                    .filter(entity -> isOfType(entity, record) && !meeting.isTaken(entity))
                    .ifPresent(entity -> buries(entity, record));
        }
        if (!record.unreadable().isEmpty()) {
            aside.add(asides.unreadable(record));
        }
    }

    private static boolean isKeptAndGone(Dossier dossier, Observation observation) {
        Shadow kept = dossier.shadows().get(observation.system());
        return kept != null
                && kept.key().equals(observation.key())
                && observation.fate() instanceof Fate.Gone gone
                && gone.evidence() == Fate.Evidence.REPORTED;
    }

    /** A record that no link knows. */
    private void meet(Translated record) {
        Optional<EntityId> ownKey = ownKey(record).filter(key -> isOfType(key, record));
        switch (meeting.match(record, ownKey)) {
            case Match.Stranger stranger -> {
                // A record that carries a key of ours which this store does not know was created by us before the
                // store was lost: its identity is taken up again.
                Optional<EntityId> lost =
                        ownKey(record).filter(Desk::isIdentity).filter(key -> !known.containsKey(key));
                lost.ifPresent(
                        any -> LostStore.suspect(stage, record.observation().type()));
                EntityId entity = lost.orElseGet(() -> page.arrived()
                        .desk()
                        .identities()
                        .apply(record.observation().readAt()));
                RecordKey key = record.observation().key();
                known.put(entity, new Dossier(Golden.unheardOf(entity, key.type()), Map.of(), Map.of(), Map.of()));
                link(entity, record);
            }
            case Match.Counterpart counterpart -> link(counterpart.entity(), record);
            case Match.Lookalikes lookalikes -> aside.add(asides.undecided(record, lookalikes));
            case Match.Ended ended -> aside.add(asides.undecided(record, ended));
            case Match.Collision collision -> aside.add(asides.undecided(record, collision));
        }
    }

    /** A conversion may copy our key from the lead to what it became, which is a record of another type, not the lead. */
    private boolean isOfType(EntityId entity, Translated record) {
        return Optional.ofNullable(known.get(entity))
                .filter(dossier ->
                        dossier.golden().type().equals(record.observation().type()))
                .isPresent();
    }

    private void link(EntityId entity, Translated record) {
        RecordKey key = record.observation().key();
        converting.link(entity, key);
        owners.put(key, entity);
        linked.add(key);
        hears(entity, Shadow.fresh(key), record);
        meeting.link(entity, record);
    }

    /** S15: what we made and never had an answer of was deleted before we could look it up. */
    private void buries(EntityId entity, Translated record) {
        owners.put(record.observation().key(), entity);
        hears(entity, Shadow.fresh(record.observation().key()), record);
    }

    private void hears(EntityId entity, Shadow before, Translated record) {
        put(dossier(entity).with(Hearing.hear(before, record)));
        converting.hear(entity, record.observation());
        if (record.observation().fate() instanceof Fate.Gone gone && gone.evidence() == Fate.Evidence.MISSING) {
            aside.add(asides.missing(record));
        }
    }

    private Dossier dossier(EntityId entity) {
        return meeting.dossier(entity);
    }

    private void put(Dossier dossier) {
        EntityId entity = dossier.golden().id();
        known.put(entity, dossier);
        heard.put(entity, dossier);
    }

    private Optional<EntityId> ownKey(Translated record) {
        return page.arrived().desk().ownKey(record.observation());
    }
}
