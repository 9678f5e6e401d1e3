package dev.interlock.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.Translated;
import dev.interlock.mapping.Translation;
import dev.interlock.match.Fit;
import dev.interlock.match.WeighingMatcher;
import dev.interlock.plan.Conflict;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.system.Json;
import dev.interlock.stage.Cause.Step;
import dev.interlock.stage.Judgement;
import dev.interlock.stage.Judgement.Verdict;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Quarantined;
import dev.interlock.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records of which a person must say who they are: what is known of each, and what the person says. */
public final class Judging {

    private final Configuration configuration;
    private final Stage stage;

    public Judging(Configuration configuration, Stage stage) {
        this.configuration = configuration;
        this.stage = stage;
    }

    /**
     * One question for a person.
     *
     * @param id what it is called by
     * @param why it could not be told
     * @param said what the record said when it was set aside
     * @param suspects whom it may be, the likeliest first
     * @param judged what was decided about it already
     */
    public record Question(
            String id,
            RecordKey record,
            String why,
            Instant since,
            Map<String, FieldValue> said,
            List<Suspect> suspects,
            List<Judgement> judged) {

        public Question {
            said = Map.copyOf(said);
            suspects = List.copyOf(suspects);
            judged = List.copyOf(judged);
        }
    }

    /**
     * An entity that a record may be.
     *
     * @param fit how well it fits; empty where nothing is weighed
     * @param members what its records say
     * @param isTaken whether it has another record in that system already
     * @param evidence a fingerprint of what is compared
     */
    public record Suspect(
            EntityId entity,
            Optional<Fit> fit,
            Map<RecordKey, Map<String, FieldValue>> members,
            boolean isTaken,
            String evidence) {

        public Suspect {
            members = new LinkedHashMap<>(members);
        }
    }

    /** All open questions, in the order of their records; looked at anew, as the store is now. */
    public List<Question> open() {
        return Selection.of(List.of("step=match"), configuration).in(stage).stream()
                .filter(this::isOurs)
                .map(this::question)
                .toList();
    }

    /** The open question that goes by this id. */
    public Optional<Question> open(String id) {
        return stage.failureGroups()
                .failure(id)
                .filter(failure -> failure.cause().step() == Step.MATCH)
                .filter(this::isOurs)
                .map(this::question);
    }

    private boolean isOurs(Quarantined failure) {
        return failure.key()
                .filter(key -> configuration.records().containsKey(key.type()))
                .isPresent();
    }

    private Question question(Quarantined failure) {
        RecordKey key = failure.key().orElseThrow();
        Desk desk = new Desk(
                Optional.ofNullable(configuration.records().get(key.type())).orElseThrow(), configuration);
        Translated record = translated(desk, key, failure);
        Meeting meeting = new Meeting(desk, stage, key.system(), new HashMap<>());
        meeting.lookFor(List.of(record), Set.of());
        List<Fit> fits = meeting.fits(record);
        Map<EntityId, Fit> all = new HashMap<>();
        fits.forEach(fit -> all.put(fit.entity(), fit));
        Set<EntityId> entities = new LinkedHashSet<>();
        new WeighingMatcher(desk.mapping().weighing(), meeting::isTaken)
                .within(fits)
                .forEach(fit -> entities.add(fit.entity()));
        entities.addAll(meeting.sharingKeys(record));
        List<Suspect> suspects = new ArrayList<>();
        for (EntityId entity : entities) {
            suspects.add(new Suspect(
                    entity,
                    Optional.ofNullable(all.get(entity)),
                    Members.byRecord(meeting.dossier(entity)),
                    meeting.isTaken(entity),
                    meeting.evidence(record, entity)));
        }
        List<Judgement> judged = stage.whoIsWho().judgements(Set.of(key)).getOrDefault(key, List.of()).stream()
                .filter(judgement -> judgement.verdict() != Verdict.ASKED)
                .toList();
        return new Question(
                failure.id(), key, failure.cause().message(), failure.since(), record.said(), suspects, judged);
    }

    /** What a record that was set aside said, in our terms. */
    private Translated translated(Desk desk, RecordKey key, Quarantined failure) {
        Map<String, Optional<String>> columns = new LinkedHashMap<>();
        String raw = failure.evidence().response();
        if (!raw.isEmpty()) {
            for (Map.Entry<String, JsonNode> column : Json.read(raw).properties()) {
                columns.put(
                        column.getKey(),
                        column.getValue().isNull()
                                ? Optional.empty()
                                : Optional.of(column.getValue().asText()));
            }
        }
        RawFields fields = new RawFields(columns);
        Translation translation = desk.translation();
        KnownLinks links = new KnownLinks(stage.resolve(translation.references(key.system(), fields)), Map.of());
        return translation.translate(
                new Observation(key, new Fate.Live(), fields, failure.last(), failure.last()), links);
    }

    /** What a record that is set aside said, if there is one by that id. */
    public Optional<Map<String, FieldValue>> said(RecordKey key) {
        return open(Asides.questionId(key)).map(Question::said);
    }

    /**
     * Keeps what a person says; the record goes on with the next sync.
     *
     * @param verdicts about suspects of the question
     */
    public void decide(Question question, Map<EntityId, Verdict> verdicts, Signed signed) {
        List<Judgement> judgements = new ArrayList<>();
        List<AuditRow> rows = new ArrayList<>();
        for (Suspect suspect : question.suspects()) {
            Verdict verdict = verdicts.get(suspect.entity());
            if (verdict != null) {
                judgements.add(new Judgement(
                        question.record(),
                        suspect.entity(),
                        verdict,
                        suspect.evidence(),
                        false,
                        signed.by(),
                        signed.reason(),
                        signed.at()));
                String what = verdict == Verdict.SAME ? "decided to be " : "decided not to be ";
                rows.add(row(suspect.entity(), what + question.record(), signed));
            }
        }
        stage.whoIsWho().unjudge(question.record());
        stage.whoIsWho().judge(judgements);
        stage.audit(rows);
    }

    /** Who says so, why and when. */
    public record Signed(String by, String reason, Instant at) {}

    /** What became of taking decisions back. */
    public enum Undone {
        /** The question is open again. */
        YES,
        /** Nothing was decided about it. */
        NOTHING_TO_UNDO,
        /** The record is linked or an entity of its own by now, and its values went on from there. */
        CARRIED_OUT
    }

    /** Takes back what was decided about the question of that id, as long as it was not carried out. */
    public Undone undo(String id, Signed signed) {
        List<Judgement> judged = stage.whoIsWho().judgements(Integer.MAX_VALUE).stream()
                .filter(judgement -> Asides.questionId(judgement.record()).equals(id))
                .toList();
        if (judged.isEmpty()) {
            return Undone.NOTHING_TO_UNDO;
        }
        RecordKey record = judged.getFirst().record();
        if (!stage.entities(Set.of(record)).isEmpty()) {
            return Undone.CARRIED_OUT;
        }
        stage.whoIsWho().unjudge(record);
        stage.audit(judged.stream()
                .map(judgement -> row(judgement.entity(), "decision taken back about " + record, signed))
                .toList());
        return Undone.YES;
    }

    /** What the question about a record is called by. */
    public static String questionId(RecordKey record) {
        return Asides.questionId(record);
    }

    private static AuditRow row(EntityId entity, String what, Signed signed) {
        String rule = what + ", reason: " + signed.reason();
        return new AuditRow(entity, Conflict.WHOLE_RECORD, rule, signed.by(), "", "", "", signed.at());
    }
}
