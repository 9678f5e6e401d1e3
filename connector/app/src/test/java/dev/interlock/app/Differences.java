package dev.interlock.app;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Workplace;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fields of which a living record, as last seen, does not say what is agreed on. */
final class Differences {

    private final Workplace place;

    Differences(Workplace place) {
        this.place = place;
    }

    /** One line each. */
    List<String> in(Stage stage) {
        List<String> found = new ArrayList<>();
        for (Dossier dossier : stage.dossiers(everyEntity(stage)).values()) {
            for (Shadow shadow : dossier.shadows().values()) {
                dossier.golden().values().forEach((field, agreed) -> {
                    FieldValue observed = shadow.observed().get(field);
                    if (shadow.isLive() && observed != null && !observed.equals(agreed)) {
                        found.add(shadow.key() + " " + field + ": " + observed + ", agreed is " + agreed);
                    }
                });
            }
        }
        return found;
    }

    /** Those that have a living record anywhere. */
    private Set<EntityId> everyEntity(Stage stage) {
        Set<RecordKey> keys = new HashSet<>();
        for (RecordType type : place.configuration().inOrder()) {
            for (SystemId system : place.mapping(type).systems()) {
                stage.liveIds(system, type, "", 10_000).forEach(id -> keys.add(new RecordKey(system, type, id)));
            }
        }
        return new HashSet<>(stage.entities(keys).values());
    }
}
