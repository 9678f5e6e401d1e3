package dev.interlock.routes;

import dev.interlock.deliver.Catalogue;
import dev.interlock.deliver.Delivery;
import dev.interlock.deliver.Failure;
import dev.interlock.deliver.Remedy;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Intent;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Last step of the handover: what became of each write is stored, with bases and audit, in one transaction. */
final class Settling {

    /** How long an unanswered write is left alone before it is looked up, so that it shows where it was done. */
    static final Duration BEFORE_LOOKING = Duration.ofSeconds(2);

    /** A record that is told to come back so often is shown to a person. */
    private static final int MOST_ATTEMPTS = 12;

    private final StagingStore store;
    private final InstantSource clock;

    Settling(StagingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Progress settle(Delivered delivered) {
        if (delivered.outcomes().isEmpty()) {
            Parcels parcels = delivered.parcels();
            boolean looked = parcels.last() > parcels.errands().after();
            return new Progress(parcels.last(), looked ? 1 : 0, parcels.heard(), Optional.empty());
        }
        return store.inTransaction(stage -> new Page(delivered, stage, clock.instant()).settle());
    }

    /** One page being settled. */
    private static final class Page {
        private final Delivered delivered;
        private final Errands errands;
        private final Stage stage;
        private final Instant now;
        private final WriteAsides asides;
        private final Map<Intent.Status, List<Intent>> moves = new HashMap<>();
        private final Map<Duration, List<Intent>> park = new HashMap<>();
        private final Map<EntityId, List<Shadow>> shadows = new HashMap<>();
        private final List<AuditRow> audit = new ArrayList<>();
        private final List<Quarantined> aside = new ArrayList<>();
        private final List<String> recovered = new ArrayList<>();
        private final Set<EntityId> touched = new HashSet<>();
        private final Set<RecordKey> linked = new HashSet<>();
        private final Map<EntityId, Dossier> present;
        private Optional<Duration> pause = Optional.empty();

        Page(Delivered delivered, Stage stage, Instant now) {
            this.delivered = delivered;
            this.errands = delivered.parcels().errands();
            this.stage = stage;
            this.now = now;
            this.asides = new WriteAsides(errands.desk().mapping(), now);
            this.present = stage.dossiers(delivered.parcels().dossiers().keySet());
        }

        Progress settle() {
            List<Parcels.Packed> packed = delivered.parcels().packed();
            for (int i = 0; i < packed.size(); i++) {
                settle(packed.get(i), delivered.outcomes().get(i));
            }
            moves.forEach((status, intents) -> stage.move(intents, status, until(status)));
            park.forEach((until, intents) -> stage.move(intents, Intent.Status.PLANNED, now.plus(until)));
            stage.saveShadows(shadows);
            stage.audit(audit);
            stage.setAside(aside);
            stage.settle(recovered);
            stage.touch(touched);
            if (!linked.isEmpty()) {
                stage.wake(linked, Set.of());
            }
            errands.tally().add(Tally.Of.QUARANTINED, aside.size());
            int parked = park.values().stream().mapToInt(List::size).sum();
            int later = moves.getOrDefault(Intent.Status.PLANNED, List.of()).size() + parked;
            int done = packed.size() - later + delivered.parcels().heard();
            return new Progress(delivered.parcels().last(), packed.size(), done, pause);
        }

        private Instant until(Intent.Status status) {
            return status == Intent.Status.UNKNOWN ? now.plus(BEFORE_LOOKING) : now;
        }

        private void settle(Parcels.Packed packed, Delivery outcome) {
            Intent intent = packed.intent();
            switch (outcome) {
                case Delivery.Delivered done -> confirm(packed, done);
                case Delivery.TryLater later -> {
                    later.after()
                            .ifPresent(length -> Pauses.asked(errands.system().id(), length, now, stage));
                    pause = Optional.of(later.after().orElseGet(() -> untold(later.failure())));
                    postpone(packed, later.failure());
                }
                case Delivery.Refused refused -> {
                    move(intent, Intent.Status.FAILED);
                    aside.add(asides.refused(packed, refused.failure()));
                }
                case Delivery.Parked parked -> {
                    park.computeIfAbsent(parked.until(), any -> new ArrayList<>())
                            .add(intent);
                    aside.add(asides.refused(packed, parked.failure()));
                }
                case Delivery.Unknown unknown -> move(intent, Intent.Status.UNKNOWN);
                case Delivery.Outdated outdated -> {
                    move(intent, Intent.Status.PLANNED);
                    touched.add(intent.write().entity());
                }
            }
        }

        /** What passes by itself is no news for a person, unless it does not pass. */
        private void postpone(Parcels.Packed packed, Failure failure) {
            boolean ofItsOwn = isOfTheRecord(failure) && packed.intent().attempts() >= MOST_ATTEMPTS;
            move(packed.intent(), ofItsOwn ? Intent.Status.FAILED : Intent.Status.PLANNED);
            if (ofItsOwn) {
                aside.add(asides.refused(packed, failure));
            }
        }

        /** How long to wait where the system does not say. */
        private Duration untold(Failure failure) {
            return kind(failure) == Remedy.Kind.LIMIT ? Pauses.UNTOLD : Duration.ofSeconds(1);
        }

        private Remedy.Kind kind(Failure failure) {
            return Catalogue.shipped()
                    .remedy(errands.system().vendor(), failure)
                    .kind();
        }

        /** Whether it is about this record, as opposed to the system or the line to it. */
        private boolean isOfTheRecord(Failure failure) {
            return switch (kind(failure)) {
                case LIMIT, CONNECTION, LOGIN -> false;
                case VALUE,
                        MISSING,
                        INTERMITTENT,
                        TOO_LARGE,
                        PARSE,
                        DUPLICATE,
                        PERMISSION,
                        CONFLICT,
                        SCHEMA_DRIFT,
                        POLICY,
                        GONE,
                        UNKNOWN -> true;
            };
        }

        private void move(Intent intent, Intent.Status status) {
            moves.computeIfAbsent(status, any -> new ArrayList<>()).add(intent);
        }

        private void confirm(Parcels.Packed packed, Delivery.Delivered done) {
            Write write = packed.intent().write();
            Confirmation confirmed = new Confirmation(errands, packed, done, now);
            Shadow before = shadowBefore(write, done);
            Shadow after = confirmed.shadow(before);
            shadows.put(write.entity(), List.of(after));
            move(packed.intent(), Intent.Status.CONFIRMED);
            audit.addAll(confirmed.audit());
            recovered.add(WriteAsides.traceKey(write));
            if (write.kind() == Write.Kind.CREATE) {
                linked.add(after.key());
            }
            if (confirmed.leavesSomething(after) || wentOn(write.entity())) {
                touched.add(write.entity());
            }
            errands.tally().add(counted(write.kind()), 1);
        }

        /** Whether the golden record changed while the write was on its way: then more may be owed. */
        private boolean wentOn(EntityId entity) {
            Dossier before = delivered.parcels().dossiers().get(entity);
            Dossier now = present.get(entity);
            return before != null
                    && now != null
                    && before.golden().version() != now.golden().version();
        }

        private Shadow shadowBefore(Write write, Delivery.Delivered done) {
            RecordKey key = new RecordKey(write.system(), write.type(), done.id());
            Dossier dossier = present.get(write.entity());
            Shadow known = dossier == null ? null : dossier.shadows().get(write.system());
            return known == null ? Shadow.fresh(key) : known;
        }

        private static Tally.Of counted(Write.Kind kind) {
            return switch (kind) {
                case CREATE -> Tally.Of.CREATED;
                case UPDATE -> Tally.Of.UPDATED;
                case DELETE -> Tally.Of.DELETED;
            };
        }
    }
}
