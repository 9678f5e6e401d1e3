package dev.interlock.plan;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.Links;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Translated;
import dev.interlock.mapping.Translation;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One deal while it is kept in step: what the systems say is heard, plans are made and kept as the staging store would, and
 * the systems answer to writes when the test says so. A minute passes with every step.
 */
final class Scene {

    static final EntityId ENTITY = new EntityId("deal-1");
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private RecordMapping mapping;
    private Dossier dossier = new Dossier(Golden.unheardOf(ENTITY, Sketch.DEAL), Map.of(), Map.of(), Map.of());
    private Instant now = START;

    private Scene(RecordMapping mapping) {
        this.mapping = mapping;
    }

    static Scene of(Sketch sketch) {
        return new Scene(sketch.drawn());
    }

    /** Somebody changes the configuration. */
    Scene under(Sketch sketch) {
        mapping = sketch.drawn();
        return this;
    }

    /** All of these systems hold the value, know that it is agreed, and it came from the first of them. */
    Scene agreed(String field, String text, SystemId... systems) {
        FieldValue value = value(field, text);
        Map<String, GoldenField> golden = new LinkedHashMap<>(dossier.golden().fields());
        golden.put(field, GoldenField.first(value, new Origin(systems[0].name(), START, "D3"), START));
        dossier = dossier.with(dossier.golden().with(golden));
        for (SystemId system : systems) {
            Shadow shadow = dossier.shadows().getOrDefault(system, Shadow.fresh(key(system)));
            dossier = dossier.with(shadow.acknowledged(Map.of(field, value), column(field, text), START, START));
        }
        return this;
    }

    /** A system says one field, changed just now. */
    Scene says(SystemId system, String field, String text) {
        return says(system, column(field, text), tick());
    }

    /** A system says one field, changed at that time by its own clock. */
    Scene says(SystemId system, String field, String text, Instant changedAt) {
        tick();
        return says(system, column(field, text), changedAt);
    }

    Scene says(SystemId system, RawFields fields, Instant changedAt) {
        return hears(new Observation(key(system), new Fate.Live(), fields, changedAt, now));
    }

    Scene says(SystemId system, Fate fate) {
        return hears(new Observation(key(system), fate, RawFields.NONE, tick(), now));
    }

    Scene isGone(SystemId system) {
        return says(system, new Fate.Gone(Fate.Evidence.REPORTED));
    }

    Scene isMissing(SystemId system) {
        return says(system, new Fate.Gone(Fate.Evidence.MISSING));
    }

    private Scene hears(Observation observation) {
        Shadow shadow = dossier.shadows().getOrDefault(observation.system(), Shadow.fresh(observation.key()));
        Translated heard = new Translation(mapping).translate(observation, Links.NONE);
        if (!Hearing.isStale(shadow, observation)) {
            dossier = dossier.with(Hearing.hear(shadow, heard));
        }
        return this;
    }

    /** Plans, and keeps the plan. */
    Plan plan() {
        tick();
        return planAgain();
    }

    /** Plans at the same instant as before, and keeps the plan. */
    Plan planAgain() {
        return kept(Planner.plan(dossier, mapping, now));
    }

    /** A person decides. */
    Plan rules(Ruling... rulings) {
        tick();
        return kept(Planner.plan(dossier, mapping, List.of(rulings), now));
    }

    private Plan kept(Plan plan) {
        Map<SystemId, Pending> pending = new TreeMap<>(dossier.pending());
        plan.withdrawn().forEach(pending::remove);
        plan.writes().forEach(write -> pending.put(write.system(), new Pending(write, Pending.Progress.PLANNED)));
        Map<String, Conflict> conflicts = new TreeMap<>(dossier.conflicts());
        plan.closed().forEach(conflicts::remove);
        plan.opened().forEach(conflict -> conflicts.put(conflict.field(), conflict));
        dossier = new Dossier(plan.golden(), plan.shadows(), pending, conflicts);
        return plan;
    }

    /** The planned write of the system is on its way. */
    Scene sends(SystemId system) {
        return progress(system, Pending.Progress.IN_FLIGHT);
    }

    Scene refuses(SystemId system) {
        return progress(system, Pending.Progress.REFUSED);
    }

    private Scene progress(SystemId system, Pending.Progress progress) {
        Map<SystemId, Pending> pending = new TreeMap<>(dossier.pending());
        pending.put(system, new Pending(owedTo(system).orElseThrow(), progress));
        dossier = new Dossier(dossier.golden(), dossier.shadows(), pending, dossier.conflicts());
        return this;
    }

    /** The system carries out its pending write and says so. */
    Scene acknowledges(SystemId system) {
        return acknowledges(system, tick());
    }

    /** The system carried out its pending write at that time by its own clock, and says so now. */
    Scene acknowledges(SystemId system, Instant changedAt) {
        Write write = owedTo(system).orElseThrow();
        Shadow before = dossier.shadows().getOrDefault(system, Shadow.fresh(key(system)));
        Shadow after = write.kind() == Write.Kind.DELETE
                ? before.in(Shadow.State.TOMBSTONE)
                : before.acknowledged(written(write), RawFields.NONE, changedAt, now);
        Map<SystemId, Pending> pending = new TreeMap<>(dossier.pending());
        pending.remove(system);
        dossier = new Dossier(dossier.golden(), dossier.shadows(), pending, dossier.conflicts()).with(after);
        return this;
    }

    /** A record that we created is blank in everything that we did not write. */
    private Map<String, FieldValue> written(Write write) {
        Map<String, FieldValue> written = new LinkedHashMap<>();
        if (write.kind() == Write.Kind.CREATE) {
            mapping.fields().values().stream()
                    .filter(field -> field.in(write.system()).isPresent())
                    .forEach(field -> written.put(field.name(), FieldValue.EMPTY));
        }
        written.putAll(write.fields());
        return written;
    }

    /** Plans, and lets every system carry out what is planned, until nothing is owed; answers the number of rounds. */
    int settle() {
        int rounds = 0;
        plan();
        while (!dossier.pending().isEmpty() && rounds < 10) {
            dossier.pending().keySet().forEach(this::acknowledges);
            plan();
            rounds++;
        }
        return rounds;
    }

    Optional<Write> owedTo(SystemId system) {
        return Optional.ofNullable(dossier.pending().get(system)).map(Pending::write);
    }

    /** What the pending write of the system makes of the field. */
    Optional<String> owedTo(SystemId system, String field) {
        return owedTo(system)
                .flatMap(write -> Optional.ofNullable(write.fields().get(field)))
                .map(PlainLens::text);
    }

    String golden(String field) {
        return dossier.golden()
                .field(field)
                .map(GoldenField::value)
                .map(PlainLens::text)
                .orElse("(none)");
    }

    /** What the system is known to hold. */
    String heldBy(SystemId system, String field) {
        return Optional.ofNullable(shadow(system).observed().get(field))
                .map(PlainLens::text)
                .orElse("(none)");
    }

    Optional<Conflict> conflict(String field) {
        return Optional.ofNullable(dossier.conflicts().get(field));
    }

    Shadow shadow(SystemId system) {
        return Optional.ofNullable(dossier.shadows().get(system)).orElseThrow();
    }

    Dossier dossier() {
        return dossier;
    }

    RecordMapping mapping() {
        return mapping;
    }

    Instant now() {
        return now;
    }

    Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    private Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    static RecordKey key(SystemId system) {
        return new RecordKey(system, Sketch.DEAL, system.name() + "-1");
    }

    static RawFields column(String field, String text) {
        return new RawFields(Map.of(field, Optional.of(text).filter(words -> !words.isEmpty())));
    }

    private FieldValue value(String field, String text) {
        Field known = Optional.ofNullable(mapping.fields().get(field)).orElseThrow();
        return PlainLens.value(known.kind(), text);
    }
}
