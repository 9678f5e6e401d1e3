package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Origin;
import dev.interlock.plan.Shadow;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.stage.GoldenHistory;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Merges.Merge;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A record that was linked to an entity: what both were before, told by the audit, as if two entities had been merged. */
final class Linked {

    private final List<AuditRow> history;
    private final RecordKey record;
    private final Dossier dossier;

    /** @param history of the entity, oldest first */
    Linked(List<AuditRow> history, RecordKey record, Dossier dossier) {
        this.history = List.copyOf(history);
        this.record = record;
        this.dossier = dossier;
    }

    /** @param apart who the record is from now on */
    Merge asMerge(EntityId apart) {
        Optional<Instant> at = history.stream()
                .filter(row -> row.rule().startsWith("linked " + record + ","))
                .map(AuditRow::at)
                .reduce((first, last) -> last);
        Map<String, GoldenField> before =
                at.map(this::agreed).orElseGet(() -> dossier.golden().fields());
        return new Merge(
                0,
                dossier.golden().id(),
                apart,
                before,
                said(at.orElse(Instant.EPOCH)),
                Set.of(record),
                at.orElse(Instant.EPOCH));
    }

    /** What was agreed on just before it came. */
    private Map<String, GoldenField> agreed(Instant at) {
        Map<String, GoldenField> fields = new LinkedHashMap<>();
        GoldenHistory.at(at, history)
                .forEach((name, row) -> fields.put(
                        name,
                        GoldenField.first(
                                FieldValueText.read(row.is()), new Origin(row.by(), row.at(), row.rule()), row.at())));
        return fields;
    }

    /** What the record says, and where we wrote over it since, what it said before. */
    private Map<String, GoldenField> said(Instant since) {
        Map<String, FieldValue> overwritten = new HashMap<>();
        for (AuditRow row : history) {
            boolean isOurs = GoldenHistory.isWrite(row)
                    && GoldenHistory.writtenTo(row).equals(record.system().name());
            if (isOurs && !row.at().isBefore(since) && !row.field().equals("*")) {
                overwritten.putIfAbsent(row.field(), FieldValueText.read(row.was()));
            }
        }
        Shadow shadow =
                Optional.ofNullable(dossier.shadows().get(record.system())).orElseThrow();
        Map<String, GoldenField> fields = new LinkedHashMap<>();
        shadow.observed().forEach((name, value) -> {
            Origin origin = new Origin(record.system().name(), shadow.changedAt(), "unmerged");
            fields.put(name, GoldenField.first(overwritten.getOrDefault(name, value), origin, since));
        });
        return fields;
    }
}
