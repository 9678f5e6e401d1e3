package dev.interlock.plan;

import dev.interlock.record.SystemId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that is known of one entity when it is planned.
 *
 * @param shadows one a system, at most
 * @param pending per system the write that is not confirmed yet
 * @param conflicts the open ones, by field
 */
public record Dossier(
        Golden golden, Map<SystemId, Shadow> shadows, Map<SystemId, Pending> pending, Map<String, Conflict> conflicts) {

    public Dossier {
        shadows = Collections.unmodifiableMap(new TreeMap<>(shadows));
        pending = Collections.unmodifiableMap(new TreeMap<>(pending));
        conflicts = Collections.unmodifiableMap(new TreeMap<>(conflicts));
    }

    /** This dossier with one shadow put in place of what was there. */
    public Dossier with(Shadow shadow) {
        Map<SystemId, Shadow> all = new TreeMap<>(shadows);
        all.put(shadow.system(), shadow);
        return new Dossier(golden, all, pending, conflicts);
    }

    /** Records of an ended entity that are there, and not because a delete is still owed: somebody took them back. */
    Set<SystemId> restored() {
        Set<SystemId> restored = new TreeSet<>();
        for (Shadow shadow : shadows.values()) {
            Pending owed = pending.get(shadow.system());
            boolean ends = owed != null && owed.write().kind() == Write.Kind.DELETE;
            if (shadow.isLive() && !ends && golden.standing() == Golden.Standing.TOMBSTONE) {
                restored.add(shadow.system());
            }
        }
        return restored;
    }

    /** This dossier with another golden record. */
    public Dossier with(Golden other) {
        return new Dossier(other, shadows, pending, conflicts);
    }
}
