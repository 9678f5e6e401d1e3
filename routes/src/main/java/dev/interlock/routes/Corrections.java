package dev.interlock.routes;

import dev.interlock.mapping.Field;
import dev.interlock.mapping.FieldKind;
import dev.interlock.mapping.Typed;
import dev.interlock.plan.Conflict;
import dev.interlock.plan.Dossier;
import dev.interlock.plan.Plan;
import dev.interlock.plan.Planner;
import dev.interlock.plan.Ruling;
import dev.interlock.record.EntityId;
import dev.interlock.record.FieldValue;
import dev.interlock.record.RecordKey;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays what a person decided about a record into the store: golden values, what is owed for them, and why in the audit. */
public final class Corrections {

    private final Workplace place;
    private final Stage stage;
    private final String by;
    private final String reason;

    /**
     * @param by who decides
     * @param reason why, as it shall stand in the audit
     */
    public Corrections(Workplace place, Stage stage, String by, String reason) {
        this.place = place;
        this.stage = stage;
        this.by = by;
        this.reason = reason;
    }

    /**
     * Sets fields to what a person typed.
     *
     * @param mends a system whose own value could not be understood, and gets this one
     * @throws IllegalArgumentException if there is no such field, or it cannot hold the value
     */
    public void set(RecordType type, EntityId entity, Map<String, String> typed, Optional<SystemId> mends) {
        List<Ruling> rulings = new ArrayList<>();
        for (Map.Entry<String, String> value : typed.entrySet()) {
            Field field = Optional.ofNullable(place.mapping(type).fields().get(value.getKey()))
                    .orElseThrow(() -> new IllegalArgumentException("a " + type + " has no field '" + value.getKey()
                            + "'; it has "
                            + String.join(", ", place.mapping(type).fields().keySet())));
            rulings.add(new Ruling(field.name(), read(field, value.getValue()), by, "edited", mends));
        }
        rule(type, entity, rulings);
    }

    /** What this person decides about a field. */
    Ruling ruling(String field, FieldValue value, String rule) {
        return new Ruling(field, value, by, rule, Optional.empty());
    }

    /** Plans the entity with these rulings, and stages the plan. */
    public void rule(RecordType type, EntityId entity, List<Ruling> rulings) {
        Desk desk = place.desk(type);
        Instant now = place.clock().instant();
        Dossier dossier = Optional.ofNullable(stage.dossiers(Set.of(entity)).get(entity))
                .orElseThrow(() -> new IllegalArgumentException("there is no entity " + entity));
        Plan plan = Planner.plan(dossier, desk.mapping(), rulings, now);
        stage.save(List.of(new Findable(desk).staged(plan)));
        stage.audit(List.of(new AuditRow(entity, Conflict.WHOLE_RECORD, "reason: " + reason, by, "", "", "", now)));
        stage.touch(Set.of(entity));
    }

    private FieldValue read(Field field, String typed) {
        if (field.kind() != FieldKind.REFERENCE || typed.isBlank()) {
            return Typed.read(field, typed);
        }
        int colon = typed.indexOf(':');
        RecordType target = field.refersTo().orElseThrow();
        Optional<EntityId> linked = colon < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        stage.entities(Set.of(key(target, typed, colon))).get(key(target, typed, colon)));
        return linked.<FieldValue>map(FieldValue.Link::new)
                .orElseThrow(() -> new IllegalArgumentException(field.name() + ": no " + target + " is known as '"
                        + typed + "'; write system:id, such as salesforce:001000000000001AAA"));
    }

    private static RecordKey key(RecordType type, String typed, int colon) {
        return new RecordKey(
                new SystemId(typed.substring(0, colon).strip()),
                type,
                typed.substring(colon + 1).strip());
    }
}
