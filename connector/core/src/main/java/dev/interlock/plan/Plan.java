package dev.interlock.plan;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Reference;
import dev.interlock.record.SystemId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What shall be true of one entity from now on, and what must be written for it.
 *
 * @param golden the agreed record; its version is that of the dossier, the store raises it
 * @param shadows all of them, with their bases moved
 * @param writes to be staged: each replaces a planned or refused one of the same system
 * @param withdrawn systems whose planned or refused write is not wanted any more
 * @param opened conflicts that are new, or whose values changed
 * @param closed fields whose conflict is settled
 * @param decisions what the audit keeps
 */
public record Plan(
        Golden golden,
        Map<SystemId, Shadow> shadows,
        List<Write> writes,
        Set<SystemId> withdrawn,
        List<Conflict> opened,
        Set<String> closed,
        List<Decision> decisions) {

    public Plan {
        shadows = Map.copyOf(shadows);
        writes = List.copyOf(writes);
        withdrawn = Set.copyOf(withdrawn);
        opened = List.copyOf(opened);
        closed = Set.copyOf(closed);
        decisions = List.copyOf(decisions);
    }

    /** The records that its records name and that are not known yet, whichever of them was heard last. */
    public Set<Reference> waitsFor(RecordMapping mapping) {
        Set<Reference> waits = new HashSet<>();
        for (Field field : mapping.fields().values()) {
            shadows.values().forEach(shadow -> waits.addAll(shadow.dangling(field)));
        }
        return waits;
    }
}
