package dev.interlock.routes;

import dev.interlock.mapping.Translated;
import dev.interlock.plan.Dossier;
import dev.interlock.record.EntityId;
import dev.interlock.record.RecordKey;
import java.util.List;
import java.util.Map;

/**
 * A page in our terms, with everything that is known of its records.
 *
 * @param news what told something new; repeats and stale observations are gone
 * @param owners the entities that records are linked to already
 */
record TranslatedPage(
        ArrivedPage arrived, List<Translated> news, Map<RecordKey, EntityId> owners, Map<EntityId, Dossier> dossiers) {}
