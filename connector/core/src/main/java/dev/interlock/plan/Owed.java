package dev.interlock.plan;

import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a system has to be told so that it agrees with the golden record: changed fields only. */
final class Owed {

    private final Golden golden;
    private final RecordMapping mapping;
    private final Set<String> frozen;
    private final Instant now;

    Owed(Golden golden, RecordMapping mapping, Set<String> frozen, Instant now) {
        this.golden = golden;
        this.mapping = mapping;
        this.frozen = frozen;
        this.now = now;
    }

    /**
     * The write that is owed to one system, if any. A system whose record was deleted or detached is owed nothing: nothing
     * is created a second time (R5, S15).
     */
    Optional<Write> to(SystemId system, Optional<Shadow> shadow, boolean livesElsewhere) {
        if (shadow.isPresent()) {
            return shadow.filter(Shadow::isLive).flatMap(live -> update(system, live));
        }
        boolean wanted = mapping.place(system).map(this::wantsRecord).orElse(false);
        return wanted && livesElsewhere ? create(system) : Optional.empty();
    }

    private boolean wantsRecord(Place place) {
        return place.create().wanted()
                && place.create()
                        .when()
                        .map(when -> when.holds(golden.values()))
                        .orElse(true);
    }

    private Optional<Write> create(SystemId system) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        for (Field field : mapping.fields().values()) {
            golden.field(field.name())
                    .map(GoldenField::value)
                    .filter(value -> !value.isEmpty() && isWritable(field, system))
                    .ifPresent(value -> fields.put(field.name(), value));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(write(system, Write.Kind.CREATE, fields, Map.of()));
    }

    private Optional<Write> update(SystemId system, Shadow shadow) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        Map<String, FieldValue> before = new LinkedHashMap<>();
        for (Field field : mapping.fields().values()) {
            Optional<FieldValue> value = golden.field(field.name()).map(GoldenField::value);
            if (value.isPresent() && isWritable(field, system) && isOwed(field, value.get(), shadow)) {
                fields.put(field.name(), value.get());
                Optional.ofNullable(shadow.observed().get(field.name()))
                        .ifPresent(observed -> before.put(field.name(), observed));
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(write(system, Write.Kind.UPDATE, fields, before));
    }

    /** D13: of a field that is read there but was never said, nothing is known, so nothing is owed. */
    private boolean isOwed(Field field, FieldValue value, Shadow shadow) {
        FieldValue observed = shadow.observed().get(field.name());
        if (observed == null) {
            boolean read = field.in(shadow.system()).map(Binding::isRead).orElse(false);
            return !read && !value.isEmpty();
        }
        boolean held = observed.equals(shadow.held().get(field.name()));
        return !held && (!observed.equals(value) || isImproper(field, shadow));
    }

    /** N2: the value is agreed on, but not its spelling; whoever keeps changing that back is left alone in the end. */
    private boolean isImproper(Field field, Shadow shadow) {
        return field.in(shadow.system())
                        .map(binding -> binding.lens().isImproper(shadow.raw()))
                        .orElse(false)
                && !shadow.overruled()
                        .getOrDefault(field.name(), Overruled.NEVER)
                        .isTooOften(now);
    }

    private boolean isWritable(Field field, SystemId system) {
        return !frozen.contains(field.name())
                && field.in(system).map(Binding::isWritten).orElse(false);
    }

    private Write write(
            SystemId system, Write.Kind kind, Map<String, FieldValue> fields, Map<String, FieldValue> before) {
        return new Write(golden.id(), golden.type(), system, kind, fields, before);
    }
}
