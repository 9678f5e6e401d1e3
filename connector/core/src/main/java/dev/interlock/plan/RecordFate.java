package dev.interlock.plan;

import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
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

    private RecordFate(Dossier dossier, Map<SystemId, Shadow> shadows, RecordMapping mapping) {
        this.dossier = dossier;
        this.shadows = new TreeMap<>(shadows);
        this.mapping = mapping;
    }

    static Ruling judge(
            Dossier dossier, Map<SystemId, Shadow> shadows, RecordMapping mapping, Set<SystemId> edited, Instant now) {
        RecordFate fate = new RecordFate(dossier, shadows, mapping);
        List<SystemId> gone = fate.inState(Shadow.State.TOMBSTONE);
        List<SystemId> live = fate.inState(Shadow.State.LIVE);
        if (gone.isEmpty()) {
            return fate.ruling(Golden.Standing.ACTIVE, Optional.empty());
        }
        if (live.isEmpty()) {
            return fate.ruling(Golden.Standing.TOMBSTONE, Optional.empty());
        }
        boolean knownConflict = Optional.ofNullable(dossier.conflicts().get(Conflict.WHOLE_RECORD))
                .filter(open -> open.kind() == Conflict.Kind.DELETED_AND_EDITED)
                .isPresent();
        // Also after the deletes were planned: until they are done, an edit elsewhere is worth more than they are.
        if (knownConflict || live.stream().anyMatch(edited::contains)) {
            return fate.ruling(Golden.Standing.ACTIVE, Optional.of(fate.conflict(true, gone, now)));
        }
        return fate.follow(gone, live, now);
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
            Place.Deletes policy = mapping.place(system).map(Place::deletes).orElse(Place.Deletes.FLAG);
            switch (policy) {
                case FLAG -> asked = true;
                case UNLINK -> detach(system);
                case DELETE -> delete(system);
            }
        }
        Optional<Conflict> flag = asked ? Optional.of(conflict(false, gone, now)) : Optional.empty();
        return ruling(asked ? Golden.Standing.ACTIVE : Golden.Standing.TOMBSTONE, flag);
    }

    private void detach(SystemId system) {
        shadows.computeIfPresent(system, (any, shadow) -> shadow.in(Shadow.State.DETACHED));
        decisions.add(
                new Decision(Conflict.WHOLE_RECORD, "R5 unlink", system.name(), Optional.empty(), Optional.empty()));
    }

    private void delete(SystemId system) {
        Golden golden = dossier.golden();
        deletes.add(new Write(golden.id(), golden.type(), system, Write.Kind.DELETE, Map.of(), Map.of()));
        if (golden.standing() == Golden.Standing.ACTIVE) {
            decisions.add(new Decision(
                    Conflict.WHOLE_RECORD, "R5 delete", system.name(), Optional.empty(), Optional.empty()));
        }
    }

    private Conflict conflict(boolean alsoEdited, List<SystemId> gone, Instant now) {
        return new Conflict(
                Conflict.WHOLE_RECORD,
                alsoEdited ? Conflict.Kind.DELETED_AND_EDITED : Conflict.Kind.DELETED,
                Map.of(),
                Optional.empty(),
                "deleted in " + gone + (alsoEdited ? " and edited elsewhere" : ""),
                now);
    }

    private Ruling ruling(Golden.Standing standing, Optional<Conflict> conflict) {
        return new Ruling(standing, shadows, deletes, conflict, decisions);
    }
}
