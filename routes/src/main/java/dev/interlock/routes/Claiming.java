package dev.interlock.routes;

import dev.interlock.mapping.Rendered;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.Outgoing;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** First steps of the handover: which writes are due, can they go, and what do they look like there? */
final class Claiming {

    /** Calls that one page may become: what is lost sight of when the process dies is at most this much. */
    private static final int CALLS_PER_PAGE = 100;

    private static final int LARGEST_PAGE = 1000;

    private final StagingStore store;
    private final InstantSource clock;

    Claiming(StagingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Parcels claim(Errands errands) {
        return store.inTransaction(stage -> claim(errands, stage));
    }

    private Parcels claim(Errands errands, Stage stage) {
        int size = Math.min(
                LARGEST_PAGE, CALLS_PER_PAGE * errands.system().handover().recordsPerCall(Write.Kind.CREATE));
        List<Intent> due = stage.due(errands.target(), clock.instant(), errands.after(), size);
        List<Intent> page = sameKind(decided(due, errands, stage), errands);
        long last =
                page.isEmpty() ? lastOf(due, errands.after()) : page.getLast().number();
        Write.Kind kind =
                page.isEmpty() ? Write.Kind.UPDATE : page.getFirst().write().kind();
        Set<EntityId> entities = new HashSet<>();
        page.forEach(intent -> entities.add(intent.write().entity()));
        Map<EntityId, Dossier> dossiers = stage.dossiers(entities);
        Parcels parcels = new Parcels(errands, last, kind, List.of(), dossiers, 0);
        return parcels.with(pack(parcels, page, stage));
    }

    /** What a person is asked about is not created where it may be already. */
    private static List<Intent> decided(List<Intent> due, Errands errands, Stage stage) {
        if (!errands.desk().mapping().weighing().isWanted()) {
            return due;
        }
        Set<EntityId> asked = stage.whoIsWho().asked(errands.system().id());
        return due.stream()
                .filter(intent -> intent.write().kind() != Write.Kind.CREATE
                        || !asked.contains(intent.write().entity()))
                .toList();
    }

    private static long lastOf(List<Intent> due, long after) {
        return due.isEmpty() ? after : due.getLast().number();
    }

    /** A page is of one kind, because a call is; the first one decides. */
    private static List<Intent> sameKind(List<Intent> due, Errands errands) {
        List<Intent> free = due.stream()
                .filter(intent -> !errands.held().contains(intent.write().kind()))
                .filter(intent -> errands.includes(intent.write().entity()))
                .toList();
        return free.stream()
                .takeWhile(intent ->
                        intent.write().kind() == free.getFirst().write().kind())
                .toList();
    }

    private List<Parcels.Packed> pack(Parcels parcels, List<Intent> page, Stage stage) {
        KnownLinks links = new KnownLinks(Map.of(), parents(page, stage));
        List<Parcels.Packed> packed = new ArrayList<>();
        WriteAsides asides = new WriteAsides(parcels.errands().desk().mapping(), clock.instant());
        List<Quarantined> aside = new ArrayList<>();
        List<Intent> impossible = new ArrayList<>();
        Doubles doubles = Doubles.among(parcels, page, stage);
        for (Intent intent : page) {
            Rendered rendered = render(parcels, intent, intent.write().fields(), links);
            boolean waits = !rendered.unlinked().isEmpty()
                    && !parcels.errands().orphans().letsGo(parcels.kind(), rendered.columns());
            Optional<Quarantined> waiting = waits
                    ? Optional.of(asides.orphan(intent, rendered))
                    : doubles.of(intent).map(other -> asides.sameKey(intent, other));
            if (!rendered.unwritable().isEmpty()) {
                impossible.add(intent);
                aside.add(asides.unwritable(intent, rendered));
            } else if (waiting.isPresent()) {
                parcels.errands().tally().add(Tally.Of.WAITING, 1);
                waiting.filter(any -> parcels.errands().orphans() == Errands.Orphans.TELL)
                        .ifPresent(aside::add);
            } else {
                packed.add(new Parcels.Packed(
                        intent, parcel(parcels, intent, rendered.columns(), links), rendered.unlinked()));
            }
        }
        stage.move(impossible, Intent.Status.FAILED, clock.instant());
        stage.setAside(aside);
        parcels.errands().tally().add(Tally.Of.QUARANTINED, aside.size());
        return packed;
    }

    private static Map<EntityId, Dossier> parents(List<Intent> page, Stage stage) {
        Set<EntityId> parents = new HashSet<>();
        for (Intent intent : page) {
            KnownLinks.pointedAt(intent.write().fields()).forEach(parents::add);
            KnownLinks.pointedAt(intent.write().before()).forEach(parents::add);
        }
        return parents.isEmpty() ? Map.of() : new HashMap<>(stage.dossiers(parents));
    }

    private static Rendered render(Parcels parcels, Intent intent, Map<String, FieldValue> values, KnownLinks links) {
        Errands errands = parcels.errands();
        RawFields current = shadow(parcels, intent).map(Shadow::raw).orElse(RawFields.NONE);
        return errands.desk().translation().render(errands.system().id(), values, current, links);
    }

    private static Optional<Shadow> shadow(Parcels parcels, Intent intent) {
        return Optional.ofNullable(parcels.dossiers().get(intent.write().entity()))
                .flatMap(dossier -> Optional.ofNullable(
                        dossier.shadows().get(parcels.errands().system().id())));
    }

    private static Outgoing.Parcel parcel(Parcels parcels, Intent intent, RawFields rendered, KnownLinks links) {
        Optional<String> id = shadow(parcels, intent).map(shadow -> shadow.key().id());
        RawFields columns = parcels.kind() == Write.Kind.CREATE
                ? parcels.errands().place().constants().with(rendered)
                : rendered;
        RawFields before =
                render(parcels, intent, intent.write().before(), links).columns();
        return new Outgoing.Parcel(
                new Outgoing.Address(id, intent.write().entity().value()), columns, before);
    }

    /** Commits that these writes are being sent, before they are. */
    Parcels markSent(Parcels parcels) {
        if (!parcels.packed().isEmpty()) {
            store.inTransaction(stage -> {
                stage.move(
                        parcels.packed().stream().map(Parcels.Packed::intent).toList(),
                        Intent.Status.SENT,
                        clock.instant());
                return parcels;
            });
        }
        return parcels;
    }
}
