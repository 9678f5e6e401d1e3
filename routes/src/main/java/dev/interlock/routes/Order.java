package dev.interlock.routes;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param types only these; empty for all
 * @param systems only reads from these; empty for all
 * @param reach how far back it reads
 * @param writes whether it writes to systems
 * @param deletes whether more deletes than the safety net lets through may be made
 */
public record Order(Set<RecordType> types, Set<SystemId> systems, Reach reach, Writes writes, Deletes deletes) {

    /** How far back a run reads. */
    public enum Reach {
        /** What changed since the last run. */
        CHANGES,
        /** Everything. */
        EVERYTHING
    }

    /** Whether a run writes to systems. */
    public enum Writes {
        HAND_OVER,
        /** Only the staging store learns what would be written. */
        STAGE_ONLY
    }

    /** Whether mass deletes go through. */
    public enum Deletes {
        GUARDED,
        ALLOWED
    }

    public Order {
        types = Set.copyOf(types);
        systems = Set.copyOf(systems);
    }

    /** All types and systems, what changed, handed over, guarded. */
    public static Order usual() {
        return new Order(Set.of(), Set.of(), Reach.CHANGES, Writes.HAND_OVER, Deletes.GUARDED);
    }

    /** Whether nothing is left out. */
    boolean isWhole() {
        return types.isEmpty() && systems.isEmpty();
    }

    boolean includes(RecordType type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean includes(SystemId system) {
        return systems.isEmpty() || systems.contains(system);
    }
}
