package dev.interlock.app.assess;

import dev.interlock.app.assess.Assessment.Column;
import dev.interlock.app.assess.Assessment.Example;
import dev.interlock.app.assess.Assessment.Finding;
import dev.interlock.app.assess.Assessment.Holding;
import dev.interlock.app.assess.Assessment.Kind;
import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.Links;
import dev.interlock.mapping.NamingCheck;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.Reference;
import dev.interlock.mapping.Translated;
import dev.interlock.mapping.Translation;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordKey;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The records of one type in one system, counted page by page. Of each record, what it says is kept, and nothing else. */
final class Census {

    private final SystemId system;
    private final RecordMapping mapping;
    private final Translation translation;
    private final Map<RecordKey, Map<String, FieldValue>> records = new LinkedHashMap<>();
    private final Map<String, Long> filled = new HashMap<>();
    private final Map<String, Map<Kind, Findings>> findings = new HashMap<>();
    private final List<Pointer> pointers = new ArrayList<>();

    Census(SystemId system, RecordMapping mapping) {
        this.system = system;
        this.mapping = mapping;
        this.translation = new Translation(mapping);
    }

    /** A field of a record that points at another. */
    record Pointer(String field, RecordKey from, String text, Reference to) {}

    /** Counts a record; one that came before, as pages may overlap, is counted once. */
    void add(Observation observation) {
        if (!observation.isLive() || records.containsKey(observation.key())) {
            return;
        }
        Translated record = translation.translate(observation, Links.NONE);
        records.put(observation.key(), record.said());
        for (Field field : mapping.fields().values()) {
            field.in(system).filter(Binding::isRead).ifPresent(binding -> add(field, binding, record));
        }
    }

    private void add(Field field, Binding binding, Translated record) {
        RecordKey key = record.observation().key();
        String raw = raw(binding, record.observation().fields());
        FieldValue said = record.said().getOrDefault(field.name(), FieldValue.EMPTY);
        String unreadable = record.unreadable().get(field.name());
        Reference points = record.unlinked().get(field.name());
        if (!said.isEmpty() || unreadable != null || points != null) {
            filled.merge(field.name(), 1L, Long::sum);
        }
        if (unreadable != null) {
            boolean isChoice = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.MULTI;
            found(field, isChoice ? Kind.UNMAPPED : Kind.INVALID, new Example(key.id(), raw, unreadable));
        }
        if (points != null) {
            pointers.add(new Pointer(field.name(), key, raw, points));
        }
        Validity.wrong(field.kind(), said)
                .ifPresent(why -> found(field, Kind.INVALID, new Example(key.id(), raw, why)));
        new NamingCheck(field, binding)
                .otherwise(record.observation().fields(), record.said())
                .map(FieldValueText::show)
                .ifPresent(proper ->
                        found(field, Kind.MISNAMED, new Example(key.id(), raw, "by the standard: " + proper)));
    }

    private static String raw(Binding binding, RawFields fields) {
        return binding.lens().columns().stream()
                .flatMap(column -> fields.text(column).stream())
                .collect(Collectors.joining(" "));
    }

    private void found(Field field, Kind kind, Example example) {
        findings.computeIfAbsent(field.name(), any -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, any -> new Findings())
                .add(example);
    }

    /** Takes down which of the pointers lead nowhere. */
    void check(Targets targets) {
        for (Pointer pointer : pointers) {
            Optional<Field> field = Optional.ofNullable(mapping.fields().get(pointer.field()));
            if (field.isPresent() && targets.isNobody(pointer.to())) {
                found(
                        field.get(),
                        Kind.NOBODY,
                        new Example(pointer.from().id(), pointer.text(), "no such " + named(field.get())));
            }
        }
    }

    private static String named(Field field) {
        return field.refersTo().map(type -> type.name()).orElse("record");
    }

    SystemId system() {
        return system;
    }

    Map<RecordKey, Map<String, FieldValue>> records() {
        return records;
    }

    Holding told() {
        List<Column> columns = new ArrayList<>();
        for (Field field : mapping.fields().values()) {
            if (field.in(system).filter(Binding::isRead).isPresent()) {
                Map<Kind, Finding> wrong = new LinkedHashMap<>();
                findings.getOrDefault(field.name(), Map.of()).forEach((kind, each) -> wrong.put(kind, each.told()));
                columns.add(new Column(field.name(), filled.getOrDefault(field.name(), 0L), wrong));
            }
        }
        return new Holding(system, records.size(), columns);
    }
}
