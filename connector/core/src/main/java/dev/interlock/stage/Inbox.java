package dev.interlock.stage;

import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What waits for a person. */
public interface Inbox {

    /** Sets records aside; a row with the same trace key that is open already gets one more attempt and the newest cause. */
    void setAside(Collection<Quarantined> records);

    /** Resolves the open rows with these trace keys, if there are any; answers how many there were. */
    int settle(Collection<String> traceKeys);

    /** Open quarantined records in order of trace key, after the given one ("" for the first). */
    List<Quarantined> quarantined(String after, int limit);

    long countQuarantined();

    /** The same failures, grouped by cause. */
    FailureGroups failureGroups();

    /** Open conflicts, by entity, in order of entity id, after the given one ("" for the first). */
    Map<EntityId, List<Conflict>> conflicts(String after, int limit);

    long countConflicts();
}
