package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Shadow;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the records of an entity say, each by itself; what is agreed on where none of them says anything. */
final class Members {

    private Members() {}

    static List<Map<String, FieldValue>> of(Dossier dossier) {
        Map<RecordKey, Map<String, FieldValue>> byRecord = byRecord(dossier);
        return byRecord.isEmpty() ? List.of(dossier.golden().values()) : List.copyOf(byRecord.values());
    }

    static Map<RecordKey, Map<String, FieldValue>> byRecord(Dossier dossier) {
        Map<RecordKey, Map<String, FieldValue>> all = new LinkedHashMap<>();
        for (Shadow shadow : dossier.shadows().values()) {
            boolean counts = shadow.state() != Shadow.State.DETACHED && shadow.state() != Shadow.State.TOMBSTONE;
            if (counts && !shadow.observed().isEmpty()) {
                all.put(shadow.key(), shadow.observed());
            }
        }
        return all;
    }
}
