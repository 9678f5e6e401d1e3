package dev.interlock.routes;

import dev.interlock.plan.Conflict;
import dev.interlock.plan.Decision;
import dev.interlock.plan.Dossier;
import dev.interlock.record.EntityId;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Quarantined;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page whose records found their entities.
 *
 * @param news what told something new
 * @param dossiers the entities that heard something new, in the order of their first record
 * @param linked records that were linked to an entity just now
 * @param aside records that cannot go on without a person
 * @param redirects entities that turned out to be others
 * @param duplicates entities of which one system holds two records
 * @param reunited entities of which a system held two records until now
 * @param moved records that stand for their entity from now on, because those that did were merged into them
 * @param conversions per entity what the audit keeps of records that became others
 */
record HeardPage(
        ArrivedPage arrived,
        List<Observation> news,
        Map<EntityId, Dossier> dossiers,
        Set<RecordKey> linked,
        List<Quarantined> aside,
        Map<EntityId, EntityId> redirects,
        Map<EntityId, Conflict> duplicates,
        Set<EntityId> reunited,
        Set<RecordKey> moved,
        Map<EntityId, List<Decision>> conversions) {}
