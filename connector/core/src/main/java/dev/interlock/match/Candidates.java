package dev.interlock.match;

import dev.interlock.record.EntityId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The staged entities that share a key with an arriving record. A port: the staging store answers it by index. */
public interface Candidates {

    /**
     * Per key, the entities that have it; a key nobody has is left out. Of entities that ended, those count that still have a
     * record which was unlinked: whatever is made of the same key would be a second one beside it.
     */
    Map<MatchKey, Set<EntityId>> candidates(Collection<MatchKey> keys);
}
