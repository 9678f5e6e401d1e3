package dev.interlock.match;

import dev.interlock.record.EntityId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides who an arriving record is, by exact keys: our own external key first, then normalised keys. Exactly one candidate
 * is a match (R2); several are for a person (R3), and so is one that is taken (R4).
 */
public final class Matcher {

    private final Map<MatchKey, Set<EntityId>> candidates;
    private final Predicate<EntityId> isTaken;
    private final Predicate<EntityId> isEnded;

    /**
     * @param candidates which entities have which keys
     * @param isTaken whether an entity already has another record in the system that the arriving one comes from
     * @param isEnded whether an entity was deleted and is kept in step no more
     */
    public Matcher(Map<MatchKey, Set<EntityId>> candidates, Predicate<EntityId> isTaken, Predicate<EntityId> isEnded) {
        this.candidates = candidates;
        this.isTaken = isTaken;
        this.isEnded = isEnded;
    }

    /**
     * Who a record is that no link knows.
     *
     * @param ownKey the entity that the record names by our external key, if that entity is known
     */
    public Match match(Optional<EntityId> ownKey, Collection<MatchKey> keys) {
        if (ownKey.isPresent()) {
            return taken(ownKey.get(), "our external key");
        }
        Set<EntityId> found = new TreeSet<>();
        keys.forEach(key -> found.addAll(candidates.getOrDefault(key, Set.of())));
        String why = keys.stream()
                .filter(candidates::containsKey)
                .map(MatchKey::kind)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return switch (found.size()) {
            case 0 -> new Match.Stranger();
            case 1 -> found(found.iterator().next(), "same " + why);
            default -> new Match.Lookalikes(List.copyOf(found), "same " + why + " as " + found.size() + " others");
        };
    }

    private Match found(EntityId entity, String why) {
        return isEnded.test(entity) ? new Match.Ended(entity, why) : taken(entity, why);
    }

    private Match taken(EntityId entity, String why) {
        return isTaken.test(entity) ? new Match.Collision(entity, why) : new Match.Counterpart(entity, why);
    }
}
