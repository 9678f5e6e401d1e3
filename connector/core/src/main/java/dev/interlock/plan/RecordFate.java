package dev.interlock.plan;

import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.plan.Conflict.Kind;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The decision table per record, as far as disappearance goes: R5 (gone), R6 (gone here, edited there). */
final class RecordFate {

    /** What follows. */
    record Ruling(
            Golden.Standing standing,
            Map<SystemId, Shadow> shadows,
            List<Write> deletes,
            Optional<Conflict> conflict,
            List<Decision> decisions) {}

    private final Dossier dossier;
    private final RecordMapping mapping;
    private final Map<SystemId, Shadow> shadows;
    private final List<Write> deletes = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    private RecordFate(Dossier dossier, RecordMapping mapping) {
        this.dossier = dossier;
        this.shadows = new TreeMap<>(dossier.shadows());
        this.mapping = mapping;
    }

    /**
     * Judges.
     *
     * @param dossier with its shadows as the fields left them
     * @param edited the systems where the record was changed since it was last agreed on; of a record whose end is decided,
     *     only where such a change counts
     */
    static Ruling judge(Dossier dossier, RecordMapping mapping, Set<SystemId> edited, Instant now) {
        RecordFate fate = new RecordFate(dossier, mapping);
        List<SystemId> gone = fate.inState(Shadow.State.TOMBSTONE);
        List<SystemId> live = fate.inState(Shadow.State.LIVE);
        if (gone.isEmpty()) {
            return fate.ruling(Golden.Standing.ACTIVE, Optional.empty());
        }
        if (live.isEmpty()) {
            return fate.mayBeThere() ? fate.ruling(Golden.Standing.ACTIVE, fate.told()) : fate.ended();
        }
        if (fate.isUndecided() || live.stream().anyMatch(edited::contains)) {
            return fate.ruling(Golden.Standing.ACTIVE, Optional.of(fate.conflict(Kind.DELETED_AND_EDITED, gone, now)));
        }
        if (dossier.golden().standing() != Golden.Standing.ACTIVE
                && live.stream().anyMatch(fate::isAskedFor)) {
            // Taken back where a person is asked: before anything follows, what was edited meanwhile counts again.
            return fate.ruling(Golden.Standing.ACTIVE, Optional.empty());
        }
        return fate.follow(gone, live, now);
    }

    private boolean isAskedFor(SystemId system) {
        return policy(system) == Place.Deletes.FLAG;
    }

    private Place.Deletes policy(SystemId system) {
        return mapping.place(system).map(Place::deletes).orElse(Place.Deletes.FLAG);
    }

    private boolean isUndecided() {
        return dossier.golden().standing() == Golden.Standing.ACTIVE
                && told().filter(open -> open.kind() == Kind.DELETED_AND_EDITED).isPresent();
    }

    /** R7: a record that is only hidden from us, perhaps, has not ended. */
    private boolean mayBeThere() {
        return dossier.golden().standing() == Golden.Standing.ACTIVE
                && !inState(Shadow.State.SUSPECT).isEmpty();
    }

    private Optional<Conflict> told() {
        return Optional.ofNullable(dossier.conflicts().get(Conflict.WHOLE_RECORD))
                .filter(open -> open.kind() != Kind.DUPLICATE);
    }

    private List<SystemId> inState(Shadow.State state) {
        return shadows.values().stream()
                .filter(shadow -> shadow.state() == state)
                .map(Shadow::system)
                .toList();
    }

    /** R5: each remaining system by its own policy. */
    private Ruling follow(List<SystemId> gone, List<SystemId> live, Instant now) {
        boolean asked = false;
        for (SystemId system : live) {
            switch (policy(system)) {
                case FLAG -> asked = true;
                case UNLINK -> detach(system);
                case DELETE -> delete(system);
            }
        }
        return asked ? ruling(Golden.Standing.ACTIVE, Optional.of(conflict(Kind.DELETED, gone, now))) : ended();
    }

    /**
     * A delete cannot overtake a write that is on its way: the entity ends once that arrived, as a record that is there after
     * the end is one that somebody took back.
     */
    private Ruling ended() {
        boolean waits = dossier.pending().values().stream()
                .filter(Pending::isInFlight)
                .map(Pending::write)
                .anyMatch(write -> write.kind() != Write.Kind.DELETE && isOrWillBeThere(write.system()));
        return ruling(waits ? Golden.Standing.ACTIVE : Golden.Standing.TOMBSTONE, Optional.empty());
    }

    private boolean isOrWillBeThere(SystemId system) {
        return Optional.ofNullable(shadows.get(system)).map(Shadow::isLive).orElse(true);
    }

    private void detach(SystemId system) {
        shadows.computeIfPresent(system, (any, shadow) -> shadow.in(Shadow.State.DETACHED));
        decisions.add(
                new Decision(Conflict.WHOLE_RECORD, "R5 unlink", system.name(), Optional.empty(), Optional.empty()));
    }

    private void delete(SystemId system) {
        Golden golden = dossier.golden();
        deletes.add(new Write(golden.id(), golden.type(), system, Write.Kind.DELETE, Map.of(), Map.of()));
    }

    private Conflict conflict(Kind kind, List<SystemId> gone, Instant now) {
        String why =
                "deleted in " + gone + (kind == Kind.DELETED_AND_EDITED ? " and edited or restored elsewhere" : "");
        return new Conflict(Conflict.WHOLE_RECORD, kind, Map.of(), Optional.empty(), why, now);
    }

    private Ruling ruling(Golden.Standing standing, Optional<Conflict> conflict) {
        return new Ruling(standing, shadows, deletes, conflict, decisions);
    }
}
