package dev.interlock.plan;

import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has a word about one field, and what each says. */
record Sides(Field field, Map<SystemId, Pending> pending, Optional<Conflict> open) {

    List<Side> of(Collection<Shadow> shadows) {
        List<Side> sides = new ArrayList<>();
        for (Shadow shadow : shadows) {
            FieldValue observed = shadow.observed().get(field.name());
            boolean read = field.in(shadow.system()).map(Binding::isRead).orElse(false);
            if (speaks(shadow) && observed != null && read) {
                sides.add(side(shadow, observed));
            }
        }
        return sides;
    }

    /** D8: while a field is asked about, nothing is agreed on without a record that is, perhaps, only hidden. */
    private boolean speaks(Shadow shadow) {
        boolean asked = open.filter(Conflict::freezes).isPresent();
        return shadow.isLive() || (asked && shadow.state() == Shadow.State.SUSPECT);
    }

    private Side side(Shadow shadow, FieldValue observed) {
        Optional<FieldValue> ours = Optional.ofNullable(pending.get(shadow.system()))
                .filter(Pending::isInFlight)
                .flatMap(owed -> Optional.ofNullable(owed.write().fields().get(field.name())));
        Optional<FieldValue> base = Optional.ofNullable(shadow.base().get(field.name()));
        Optional<FieldValue> held = Optional.ofNullable(shadow.held().get(field.name()));
        boolean onlyRead = !field.in(shadow.system()).map(Binding::isWritten).orElse(false);
        return new Side(
                shadow.system(),
                onlyRead ? held.or(() -> base) : base,
                observed,
                ours,
                held,
                Optional.ofNullable(shadow.overruled().get(field.name())),
                shadow.changedAt());
    }
}
