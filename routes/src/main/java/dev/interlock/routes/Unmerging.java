package dev.interlock.routes;

import dev.interlock.mapping.Configuration;
import dev.interlock.match.Compared;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Golden;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Pending;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Planner;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Judging.Signed;
import dev.interlock.stage.Judgement;
import dev.interlock.stage.Judgement.Verdict;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Merges.Merge;
import dev.interlock.stage.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back that two entities are one: links go back to their own entity, what was agreed on before the merge is agreed on
 * again, and what was edited since stays on the side on which it was edited. What is owed for that is planned, not written.
 */
public final class Unmerging {

    private final Configuration configuration;
    private final Stage stage;
    private final Signed signed;

    public Unmerging(Configuration configuration, Stage stage, Signed signed) {
        this.configuration = configuration;
        this.stage = stage;
        this.signed = signed;
    }

    /** What becomes of a value. */
    public enum Fate {
        /** It is what it was before the merge. */
        RESTORED,
        /** Somebody edited it since, in a record of that side: that counts. */
        EDITED_SINCE
    }

    /**
     * One value of which the merge, or an edit after it, made something else.
     *
     * @param is what both had in common
     * @param becomes what that entity has from now on
     * @param by who said what stands from now on
     */
    public record Item(EntityId entity, String field, FieldValue is, FieldValue becomes, Fate fate, String by) {}

    /**
     * What came of it.
     *
     * @param records those that belong to the one that is on its own again
     * @param writes what is owed for it now
     */
    public record Outcome(
            EntityId stays, EntityId apart, List<RecordKey> records, List<Item> items, List<Write> writes) {
        public Outcome {
            records = List.copyOf(records);
            items = List.copyOf(items);
            writes = List.copyOf(writes);
        }
    }

    /** Whether it could be done. */
    public sealed interface Answer {
        /** They are two again. */
        record Parted(Outcome outcome) implements Answer {}

        /** Nothing was done. */
        record Refused(String why) implements Answer {}
    }

    /** Parts the newest merge of an entity, or the one that it lost. */
    public Answer part(EntityId entity) {
        List<Merge> merges = stage.merges().of(entity);
        Optional<Merge> lost =
                merges.stream().filter(merge -> merge.loser().equals(entity)).findFirst();
        return lost.or(() -> merges.stream().findFirst())
                .map(merge -> part(merge, () -> stage.merges().part(merge, signed.at())))
                .orElseGet(() -> new Answer.Refused("nothing was merged into entity " + entity
                        + "; to take a record out of it, name the record as SYSTEM:ID"));
    }

    /** Parts the merge that brought a record to its entity; if none did, the record alone becomes an entity of its own. */
    public Answer part(RecordKey record) {
        EntityId entity = stage.entities(Set.of(record)).get(record);
        if (entity == null) {
            return new Answer.Refused("no record " + record + " is linked");
        }
        Optional<Merge> merge = stage.merges().of(entity).stream()
                .filter(each -> each.winner().equals(entity) && each.records().contains(record))
                .findFirst();
        if (merge.isPresent()) {
            return part(merge.get(), () -> stage.merges().part(merge.get(), signed.at()));
        }
        Dossier dossier = dossier(entity);
        if (dossier.shadows().size() < 2 || !stands(dossier, record)) {
            return new Answer.Refused(record + " is the only record of its entity, or does not stand for it");
        }
        Merge link = new Linked(stage.history(entity), record, dossier)
                .asMerge(desk(dossier).identities().apply(signed.at()));
        return part(link, () -> stage.merges().move(record, link.loser()));
    }

    private static boolean stands(Dossier dossier, RecordKey record) {
        return Optional.ofNullable(dossier.shadows().get(record.system()))
                .filter(shadow -> shadow.key().equals(record))
                .isPresent();
    }

    private Answer part(Merge merge, Runnable move) {
        Dossier one = dossier(merge.winner());
        if (one.golden().standing() == Golden.Standing.REDIRECTED
                || !one.golden().id().equals(merge.winner())) {
            return new Answer.Refused("entity " + merge.winner() + " was merged on into "
                    + one.golden().id() + "; part these first");
        }
        boolean isSending =
                one.pending().values().stream().anyMatch(pending -> pending.progress() == Pending.Progress.IN_FLIGHT);
        if (isSending) {
            return new Answer.Refused("a write to one of its records is on its way; try again after the next sync");
        }
        withdraw(one);
        move.run();
        return new Answer.Parted(parted(merge, one));
    }

    private Outcome parted(Merge merge, Dossier one) {
        Dossier stays = dossier(merge.winner());
        Dossier apart = Optional.ofNullable(
                        stage.dossiers(Set.of(merge.loser())).get(merge.loser()))
                .orElseGet(() -> moved(merge, one));
        Sides sides = new Sides(one.golden(), signed.at());
        Sides.Side first = sides.side(stays, merge.winnerWas(), Sides.Person.STAYS);
        Sides.Side second = sides.side(apart, merge.loserWas(), Sides.Person.LEAVES);
        List<Plan> plans = List.of(plan(first), plan(second));
        stage.save(plans.stream().map(new Findable(desk(one))::staged).toList());
        keepApart(first.dossier(), second.dossier());
        audit(merge, List.of(first, second), one.golden());
        stage.touch(Set.of(merge.winner(), merge.loser()));
        List<Item> items = new ArrayList<>(first.items());
        items.addAll(second.items());
        List<RecordKey> records =
                apart.shadows().values().stream().map(Shadow::key).toList();
        return new Outcome(
                merge.winner(),
                merge.loser(),
                records,
                items,
                plans.stream().flatMap(plan -> plan.writes().stream()).toList());
    }

    /** What was planned for them as one is not wanted any more; both are planned anew. */
    private void withdraw(Dossier one) {
        Plan none = new Plan(
                one.golden(), one.shadows(), List.of(), one.pending().keySet(), List.of(), Set.of(), List.of());
        stage.save(List.of(new Findable(desk(one)).staged(none)));
    }

    /** An entity that is not stored yet, with the record that it takes along. */
    private static Dossier moved(Merge merge, Dossier one) {
        Map<SystemId, Shadow> own = new LinkedHashMap<>(one.shadows());
        own.values().removeIf(shadow -> !merge.records().contains(shadow.key()));
        return new Dossier(Golden.unheardOf(merge.loser(), one.golden().type()), own, Map.of(), Map.of());
    }

    private Plan plan(Sides.Side side) {
        Dossier dossier = side.dossier();
        Plan plan = Planner.plan(dossier, desk(dossier).mapping(), signed.at());
        boolean wasTwice = Optional.ofNullable(dossier.conflicts().get(Conflict.WHOLE_RECORD))
                .filter(open -> open.kind() == Conflict.Kind.DUPLICATE)
                .isPresent();
        Set<String> closed = new HashSet<>(plan.closed());
        if (wasTwice) {
            closed.add(Conflict.WHOLE_RECORD);
        }
        return new Plan(
                plan.golden(),
                plan.shadows(),
                plan.writes(),
                plan.withdrawn(),
                plan.opened(),
                closed,
                plan.decisions());
    }

    /** A person said that they are two: none of their records is taken for the other again. */
    private void keepApart(Dossier stays, Dossier apart) {
        List<Judgement> judgements = new ArrayList<>();
        judgements.addAll(different(stays, apart));
        judgements.addAll(different(apart, stays));
        Set<RecordKey> records = new HashSet<>();
        judgements.forEach(judgement -> records.add(judgement.record()));
        records.forEach(stage.whoIsWho()::unjudge);
        stage.whoIsWho().judge(judgements);
    }

    private List<Judgement> different(Dossier of, Dossier from) {
        Compared compared = new Compared(desk(of).mapping());
        List<Judgement> judgements = new ArrayList<>();
        Members.byRecord(of)
                .forEach((key, values) -> judgements.add(new Judgement(
                        key,
                        from.golden().id(),
                        Verdict.DIFFERENT,
                        compared.fingerprint(values, Members.of(from)),
                        false,
                        signed.by(),
                        signed.reason(),
                        signed.at())));
        return judgements;
    }

    private void audit(Merge merge, List<Sides.Side> sides, Golden was) {
        List<AuditRow> rows = new ArrayList<>();
        rows.add(row(merge.winner(), Conflict.WHOLE_RECORD, "parted from " + merge.loser(), "", ""));
        rows.add(row(merge.loser(), Conflict.WHOLE_RECORD, "parted from " + merge.winner(), "", ""));
        for (Sides.Side side : sides) {
            EntityId entity = side.dossier().golden().id();
            side.dossier().golden().fields().forEach((name, field) -> {
                String before = was.field(name)
                        .map(GoldenField::value)
                        .map(FieldValueText::write)
                        .orElse("");
                String after = FieldValueText.write(field.value());
                if (!before.equals(after) || entity.equals(merge.loser())) {
                    rows.add(row(entity, name, "unmerged", entity.equals(merge.loser()) ? "" : before, after));
                }
            });
        }
        stage.audit(rows);
    }

    private AuditRow row(EntityId entity, String field, String rule, String was, String is) {
        String told = field.equals(Conflict.WHOLE_RECORD) ? rule + ", reason: " + signed.reason() : rule;
        return new AuditRow(entity, field, told, signed.by(), was, is, "", signed.at());
    }

    private Dossier dossier(EntityId entity) {
        return Optional.ofNullable(stage.dossiers(Set.of(entity)).get(entity))
                .orElseThrow(() -> new IllegalStateException("entity " + entity + " is not stored"));
    }

    private Desk desk(Dossier dossier) {
        return new Desk(
                Optional.ofNullable(configuration.records().get(dossier.golden().type()))
                        .orElseThrow(() ->
                                new IllegalStateException(dossier.golden().type() + " is not configured any more")),
                configuration);
    }
}
