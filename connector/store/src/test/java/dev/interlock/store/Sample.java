package dev.interlock.store;

import dev.interlock.mapping.Reference;
import dev.interlock.mapping.Translated;
import dev.interlock.match.MatchKey;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Decision;
import dev.interlock.plan.Golden;
import dev.interlock.plan.GoldenField;
import dev.interlock.plan.Origin;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Staged;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Partners for the store to keep. */
record Sample(
        Golden golden,
        Map<SystemId, Shadow> shadows,
        List<Write> writes,
        Set<SystemId> withdrawn,
        List<Conflict> opened,
        Set<String> closed,
        List<Decision> decisions,
        Set<MatchKey> keys,
        Set<Reference> waitsFor) {

    static final SystemId SALESFORCE = new SystemId("salesforce");
    static final SystemId HUBSPOT = new SystemId("hubspot");
    static final SystemId PARTNERSTACK = new SystemId("partnerstack");
    static final RecordType PARTNER = new RecordType("partner");
    static final RecordType DEAL = new RecordType("deal");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static EntityId id(String name) {
        return new EntityId(name);
    }

    static FieldValue text(String words) {
        return FieldValue.text(words);
    }

    static RecordKey key(SystemId system, String id) {
        return new RecordKey(system, PARTNER, id);
    }

    static MatchKey email(String value) {
        return new MatchKey(PARTNER, "email", value);
    }

    static Sample partner(String id) {
        return of(Golden.unheardOf(id(id), PARTNER));
    }

    static Sample of(Golden golden) {
        return new Sample(golden, Map.of(), List.of(), Set.of(), List.of(), Set.of(), List.of(), Set.of(), Set.of());
    }

    Sample named(String name) {
        return with("name", text(name));
    }

    Sample with(String field, FieldValue value) {
        Map<String, GoldenField> fields = new LinkedHashMap<>(golden.fields());
        fields.put(field, GoldenField.first(value, new Origin("salesforce", NOON, "D3"), NOON));
        Golden changed = new Golden(golden.id(), golden.type(), golden.version(), golden.standing(), fields);
        return with(changed);
    }

    Sample standing(Golden.Standing standing) {
        return with(new Golden(golden.id(), golden.type(), golden.version(), standing, golden.fields()));
    }

    private Sample with(Golden other) {
        return new Sample(other, shadows, writes, withdrawn, opened, closed, decisions, keys, waitsFor);
    }

    Sample in(Shadow... each) {
        Map<SystemId, Shadow> all = new TreeMap<>(shadows);
        Arrays.stream(each).forEach(shadow -> all.put(shadow.system(), shadow));
        return new Sample(golden, all, writes, withdrawn, opened, closed, decisions, keys, waitsFor);
    }

    Sample in(SystemId system, String externalId) {
        return in(Shadow.fresh(new RecordKey(system, golden.type(), externalId)));
    }

    Sample writing(SystemId system, String name) {
        return writing(new Write(
                golden.id(),
                golden.type(),
                system,
                Write.Kind.UPDATE,
                Map.of("name", text(name)),
                Map.of("name", text("before"))));
    }

    Sample writing(Write... all) {
        return new Sample(golden, shadows, List.of(all), withdrawn, opened, closed, decisions, keys, waitsFor);
    }

    Sample withdrawing(SystemId... systems) {
        return new Sample(golden, shadows, writes, Set.of(systems), opened, closed, decisions, keys, waitsFor);
    }

    Sample opening(Conflict... conflicts) {
        return new Sample(golden, shadows, writes, withdrawn, List.of(conflicts), closed, decisions, keys, waitsFor);
    }

    Sample closing(String... fields) {
        return new Sample(golden, shadows, writes, withdrawn, opened, Set.of(fields), decisions, keys, waitsFor);
    }

    Sample deciding(Decision... all) {
        return new Sample(golden, shadows, writes, withdrawn, opened, closed, List.of(all), keys, waitsFor);
    }

    Sample keyed(MatchKey... all) {
        return new Sample(golden, shadows, writes, withdrawn, opened, closed, decisions, Set.of(all), waitsFor);
    }

    Sample waiting(Reference... all) {
        return new Sample(golden, shadows, writes, withdrawn, opened, closed, decisions, keys, Set.of(all));
    }

    Staged staged() {
        return new Staged(new Plan(golden, shadows, writes, withdrawn, opened, closed, decisions), keys, waitsFor);
    }

    static Conflict contested(String field) {
        return new Conflict(
                field,
                Conflict.Kind.CONTESTED,
                Map.of(SALESFORCE, text("red"), HUBSPOT, text("blue")),
                Optional.of(text("green")),
                "both changed it",
                NOON);
    }

    /** Salesforce says that a lead became another record. */
    static Translated converted(RecordKey lead, RecordKey into) {
        Observation told = new Observation(lead, new Fate.ConvertedInto(List.of(into)), RawFields.NONE, NOON, NOON);
        return new Translated(told, Map.of(), Map.of(), Map.of());
    }

    static Shadow shadow(SystemId system, String externalId, Map<String, FieldValue> values) {
        Map<String, Optional<String>> raw = new LinkedHashMap<>();
        raw.put("Name", Optional.of("Acme"));
        raw.put("Phone", Optional.empty());
        return new Shadow(
                key(system, externalId),
                Set.of(),
                Set.of(),
                Shadow.State.LIVE,
                values,
                values,
                Map.of(),
                Map.of(),
                new RawFields(raw),
                NOON,
                NOON.plusNanos(1));
    }
}
