package dev.interlock.routes;

import dev.interlock.mapping.Reference;
import dev.interlock.mapping.Translated;
import dev.interlock.mapping.Translation;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Hearing;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** First step: what is new, and what does it mean in our terms? */
final class Translating {

    private Translating() {}

    static TranslatedPage translate(ArrivedPage page, Stage stage) {
        Map<RecordKey, EntityId> owners = stage.entities(keys(page));
        Map<EntityId, Dossier> dossiers = stage.dossiers(new HashSet<>(owners.values()));
        List<Observation> news = page.observations().stream()
                .map(page.desk()::typed)
                .filter(observation -> isNews(observation, owners, dossiers, page))
                .toList();
        page.tally().add(Tally.Of.UNCHANGED, page.observations().size() - (long) news.size());
        Translation translation = page.desk().translation();
        Set<Reference> references = new HashSet<>();
        news.forEach(one -> references.addAll(translation.references(page.system(), one.fields())));
        KnownLinks links = new KnownLinks(stage.resolve(references), Map.of());
        List<Translated> translated = new ArrayList<>();
        news.forEach(one -> translated.add(translation.translate(one, links)));
        return new TranslatedPage(page, translated, owners, dossiers);
    }

    /** The records themselves, and those they were merged into. */
    private static Set<RecordKey> keys(ArrivedPage page) {
        Set<RecordKey> keys = new HashSet<>();
        for (Observation observation : page.observations()) {
            keys.add(observation.key());
            if (observation.fate() instanceof Fate.MergedInto merged) {
                keys.add(new RecordKey(observation.system(), observation.type(), merged.winnerId()));
            }
        }
        return keys;
    }

    private static boolean isNews(
            Observation observation,
            Map<RecordKey, EntityId> owners,
            Map<EntityId, Dossier> dossiers,
            ArrivedPage page) {
        Optional<Shadow> known = Optional.ofNullable(owners.get(observation.key()))
                .flatMap(owner -> Optional.ofNullable(dossiers.get(owner)))
                .flatMap(dossier -> Optional.ofNullable(dossier.shadows().get(observation.system())));
        if (known.isEmpty()) {
            return !(observation.fate() instanceof Fate.Gone)
                    || page.desk().ownKey(observation).isPresent();
        }
        if (observation.fate() instanceof Fate.MergedInto merged) {
            return !known.get().aliases().contains(observation.key().id())
                    || !known.get().key().id().equals(merged.winnerId());
        }
        Dossier dossier = dossiers.get(owners.get(observation.key()));
        if (Merging.endsDuplicate(observation, dossier)
                || (dossier != null && Merging.isUntoldSecond(observation, dossier))) {
            return true;
        }
        return isTheLinkedOne(known.get(), observation)
                && !Hearing.isKnownConversion(known.get(), observation)
                && !Hearing.isStale(known.get(), observation)
                && (page.attention() == ArrivedPage.Attention.ALL || !Hearing.isRepeat(known.get(), observation));
    }

    /** A second record of the entity, or an old id of it, says nothing about the record that is kept in step. */
    private static boolean isTheLinkedOne(Shadow shadow, Observation observation) {
        return shadow.key().equals(observation.key());
    }
}
