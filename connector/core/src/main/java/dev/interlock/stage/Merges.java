package dev.interlock.stage;

import dev.interlock.plan.GoldenField;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entities that became one, and how they part again. Every redirect is kept with what both were before. */
public interface Merges {

    /** The merges that this entity won or lost and that were not taken back, the newest first. */
    List<Merge> of(EntityId entity);

    /**
     * Gives the loser of a merge its records and their older ids back, as far as they are still with the winner, and makes it an
     * entity of its own again, with the values from before. Whatever had been merged into it before belongs to it again. What is
     * known of either by keys and clues stays as it is until both are saved.
     */
    void part(Merge merge, Instant at);

    /** Makes a record, with its older ids, that of another entity, which need not be there yet. */
    void move(RecordKey record, EntityId to);

    /**
     * Two entities that became one.
     *
     * @param number by which the merge is known; it grows
     * @param winnerWas what was agreed on about the one that carries on, before
     * @param loserWas the same of the one that was redirected
     * @param records those of the loser
     */
    record Merge(
            long number,
            EntityId winner,
            EntityId loser,
            Map<String, GoldenField> winnerWas,
            Map<String, GoldenField> loserWas,
            Set<RecordKey> records,
            Instant at) {

        public Merge {
            winnerWas = Collections.unmodifiableMap(new LinkedHashMap<>(winnerWas));
            loserWas = Collections.unmodifiableMap(new LinkedHashMap<>(loserWas));
            records = Set.copyOf(records);
        }
    }
}
