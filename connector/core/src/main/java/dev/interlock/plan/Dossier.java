package dev.interlock.plan;

import dev.interlock.record.SystemId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

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

    /** This dossier with another golden record. */
    public Dossier with(Golden other) {
        return new Dossier(other, shadows, pending, conflicts);
    }
}
