package dev.interlock.stage;

import dev.interlock.mapping.Reference;
import dev.interlock.match.MatchKey;
import dev.interlock.plan.Plan;
import java.util.Set;

/**
 * One planned entity, ready to be stored.
 *
 * @param keys the match keys the entity has from now on
 * @param clues hashes by which records that may be it find the entity from now on
 * @param waitsFor references of its records that are not linked yet
 */
public record Staged(Plan plan, Set<MatchKey> keys, Set<Long> clues, Set<Reference> waitsFor) {

    public Staged {
        keys = Set.copyOf(keys);
        clues = Set.copyOf(clues);
        waitsFor = Set.copyOf(waitsFor);
    }

    /** An entity that is found by its keys alone. */
    public Staged(Plan plan, Set<MatchKey> keys, Set<Reference> waitsFor) {
        this(plan, keys, Set.of(), waitsFor);
    }
}
