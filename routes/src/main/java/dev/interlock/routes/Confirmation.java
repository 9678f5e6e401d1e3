package dev.interlock.routes;

import dev.interlock.deliver.Delivery;
import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.Place;
import dev.interlock.mapping.Reference;
import dev.interlock.mapping.Translated;
import dev.interlock.plan.Shadow;
import dev.interlock.plan.Write;
import dev.interlock.record.Fate;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.stage.Ledger.AuditRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an acknowledged write makes true. */
record Confirmation(Errands errands, Parcels.Packed packed, Delivery.Delivered done, Instant now) {

    /**
     * The shadow afterwards: its bases move to what was written. What the system says it made of the write is what it is
     * observed to hold, so a value that it rewrote is seen at once (D12).
     */
    Shadow shadow(Shadow before) {
        if (packed.intent().write().kind() == Write.Kind.DELETE) {
            return before.in(Shadow.State.TOMBSTONE);
        }
        Shadow told = before.acknowledged(written(), rawWritten(), done.changedAt(), now);
        if (done.echo().byName().isEmpty()) {
            return told;
        }
        Translated echo = errands.desk()
                .translation()
                .translate(
                        new Observation(told.key(), new Fate.Live(), done.echo(), told.changedAt(), now),
                        dev.interlock.mapping.Links.NONE);
        return told.heard(understood(echo, told), done.echo(), told.changedAt());
    }

    /** Whom the system names as before, or as we wrote, is known, and need not be looked up. */
    private Translated understood(Translated echo, Shadow told) {
        Map<String, Reference> unlinked = new LinkedHashMap<>(echo.unlinked());
        unlinked.keySet().removeIf(name -> {
            Field field = errands.desk().mapping().fields().get(name);
            return field != null
                    && field.in(told.system()).stream()
                            .flatMap(binding -> binding.lens().columns().stream())
                            .allMatch(column ->
                                    done.echo().text(column).equals(told.raw().text(column)));
        });
        return new Translated(echo.observation(), echo.said(), unlinked, echo.unreadable());
    }

    /** Columns of a new record that we did not write are blank there, so that reading them so is no news. */
    private RawFields rawWritten() {
        Write write = packed.intent().write();
        if (write.kind() != Write.Kind.CREATE) {
            return packed.parcel().columns();
        }
        Map<String, Optional<String>> blank = new LinkedHashMap<>();
        errands.desk().mapping().columns(write.system()).forEach(name -> blank.put(name, Optional.empty()));
        errands.desk()
                .mapping()
                .place(write.system())
                .flatMap(Place::keyColumn)
                .ifPresent(key -> blank.put(key, Optional.of(write.entity().value())));
        return new RawFields(blank).with(packed.parcel().columns());
    }

    /** Of a record that we created ourselves we know that what we did not write is blank, until it says otherwise. */
    private Map<String, FieldValue> written() {
        Write write = packed.intent().write();
        Map<String, FieldValue> written = new LinkedHashMap<>();
        if (write.kind() == Write.Kind.CREATE) {
            for (Field field : errands.desk().mapping().fields().values()) {
                if (field.in(write.system()).map(Binding::isRead).orElse(false)) {
                    written.put(field.name(), FieldValue.EMPTY);
                }
            }
        }
        write.fields().forEach((name, value) -> {
            if (!packed.without().containsKey(name)) {
                written.put(name, value);
            }
        });
        return written;
    }

    /** Whether the system does not hold what the write wanted: a reference left out, a value rewritten. */
    boolean leavesSomething(Shadow after) {
        return packed.intent().write().fields().entrySet().stream()
                .anyMatch(field -> !field.getValue().equals(after.observed().get(field.getKey()))
                        && after.observed().containsKey(field.getKey()));
    }

    /** A change is kept field by field; of a new record it is enough that it was made, for all its values are golden. */
    List<AuditRow> audit() {
        Write write = packed.intent().write();
        if (write.kind() != Write.Kind.UPDATE) {
            return List.of(row(write, "*", "", ""));
        }
        List<AuditRow> rows = new ArrayList<>();
        written()
                .forEach((name, value) -> rows.add(row(
                        write,
                        name,
                        FieldValueText.write(write.before().getOrDefault(name, FieldValue.EMPTY)),
                        FieldValueText.write(value))));
        return rows;
    }

    private AuditRow row(Write write, String field, String was, String is) {
        return new AuditRow(write.entity(), field, write.kind() + " " + write.system(), "interlock", was, is, "", now);
    }
}
