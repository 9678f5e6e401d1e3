package dev.interlock.routes;

import dev.interlock.plan.Dossier;
import dev.interlock.plan.Ruling;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.stage.GoldenHistory;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what one run overwrote: the values that records held before are decided anew and written like any other
 * decision. A field that was edited since is left alone. Records that the run created stay, and those it deleted stay away.
 */
public final class Rollback {

    private final Workplace place;
    private final Watch watch;

    public Rollback(Workplace place, Watch watch) {
        this.place = place;
        this.watch = watch;
    }

    /** What can be done about one field of one entity. */
    public enum Verdict {
        RESTORE,
        /** It says something else by now, somewhere. */
        EDITED_SINCE,
        /** The run overwrote different values in different systems: no single one is to be put back. */
        SEVERAL_VALUES,
        /** Nothing is known of the entity any more, or the record type has no such field any more. */
        GONE
    }

    /**
     * One field of one entity.
     *
     * @param was what it was before the run
     * @param is what the run made of it
     */
    public record Item(EntityId entity, String field, FieldValue was, FieldValue is, Verdict verdict) {}

    /**
     * What taking a run back would do.
     *
     * @param created how many records the run created, which stay
     * @param deleted how many it deleted, which stay away
     */
    public record Outlook(String run, List<Item> items, long created, long deleted) {
        public Outlook {
            items = List.copyOf(items);
        }

        /** Those that can be restored. */
        public List<Item> restorable() {
            return items.stream()
                    .filter(item -> item.verdict() == Verdict.RESTORE)
                    .toList();
        }
    }

    /** Reads what changed everywhere, so that edits made since are known; nothing is written to a system. */
    public Report read(String run) {
        return new Replay(place, watch).read(run);
    }

    /** What would be restored and what would not, as far as is known now. */
    public Outlook outlook(String run) {
        return place.store().inTransaction(stage -> outlook(run, stage));
    }

    private Outlook outlook(String run, Stage stage) {
        Map<EntityId, Map<String, List<AuditRow>>> written = new LinkedHashMap<>();
        long created = 0;
        long deleted = 0;
        for (AuditRow row : stage.ofRun(run)) {
            if (row.rule().startsWith("CREATE ")) {
                created++;
            } else if (row.rule().startsWith("DELETE ")) {
                deleted++;
            } else if (GoldenHistory.isWrite(row)) {
                written.computeIfAbsent(row.entity(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(row.field(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<EntityId, Dossier> dossiers = stage.dossiers(written.keySet());
        List<Item> items = new ArrayList<>();
        written.forEach((entity, fields) -> fields.forEach(
                (field, rows) -> items.add(item(entity, rows, Optional.ofNullable(dossiers.get(entity))))));
        return new Outlook(run, items, created, deleted);
    }

    /** The run may have written a field to several systems, and several times; the first of each overwrote, the last stayed. */
    private Item item(EntityId entity, List<AuditRow> rows, Optional<Dossier> dossier) {
        Map<String, String> overwritten = new HashMap<>();
        rows.forEach(row -> overwritten.putIfAbsent(GoldenHistory.writtenTo(row), row.was()));
        Set<String> values = new LinkedHashSet<>(overwritten.values());
        String field = rows.getFirst().field();
        FieldValue is = FieldValueText.read(rows.getLast().is());
        FieldValue was = FieldValueText.read(values.iterator().next());
        Verdict verdict = values.size() > 1
                ? Verdict.SEVERAL_VALUES
                : dossier.map(known -> verdict(known, field, is)).orElse(Verdict.GONE);
        return new Item(entity, field, was, is, verdict);
    }

    private Verdict verdict(Dossier dossier, String field, FieldValue is) {
        if (!place.mapping(dossier.golden().type()).fields().containsKey(field)) {
            return Verdict.GONE;
        }
        boolean stands = Optional.of(is)
                .equals(Optional.ofNullable(dossier.golden().values().get(field)));
        boolean everywhere = dossier.shadows().values().stream()
                .filter(shadow -> shadow.isLive() && shadow.observed().containsKey(field))
                .allMatch(shadow -> is.equals(shadow.observed().get(field)));
        return stands && everywhere && !dossier.conflicts().containsKey(field) ? Verdict.RESTORE : Verdict.EDITED_SINCE;
    }

    /**
     * Restores what can be restored, as new decisions of a person, and writes them.
     *
     * @return what was restored and what was not
     */
    public Outlook apply(String run, String by, String reason) {
        Outlook outlook = place.store().inTransaction(stage -> {
            Outlook now = outlook(run, stage);
            decide(now, new Corrections(place, stage, by, reason), stage);
            return now;
        });
        Round round = new Round(place, Order.usual(), watch);
        Set<EntityId> only = new HashSet<>();
        outlook.restorable().forEach(item -> only.add(item.entity()));
        round.carryOut(only);
        return outlook;
    }

    private static void decide(Outlook outlook, Corrections corrections, Stage stage) {
        Map<EntityId, List<Ruling>> rulings = new LinkedHashMap<>();
        outlook.restorable()
                .forEach(item -> rulings.computeIfAbsent(item.entity(), any -> new ArrayList<>())
                        .add(corrections.ruling(item.field(), item.was(), "rolled back " + outlook.run())));
        Map<EntityId, Dossier> dossiers = stage.dossiers(rulings.keySet());
        rulings.forEach((entity, all) -> Optional.ofNullable(dossiers.get(entity))
                .ifPresent(known -> corrections.rule(known.golden().type(), entity, all)));
    }
}
