package dev.interlock.routes;

import dev.interlock.mapping.Binding;
import dev.interlock.mapping.Field;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.FieldValue;
import dev.interlock.record.SystemId;
import dev.interlock.stage.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a record held when we made it, although no answer told so. That it carries our key shows that one of our creates was
 * done. Whatever differs from it by now was changed since, by somebody who saw what we wrote.
 */
final class Created {

    private Created() {}

    /**
     * The values, blanks included, of which it does not matter which of the creates it was. Whether a reference was written
     * is not known: it may have been left out for later.
     *
     * @param creates all of the entity's creates in the system that were ever sent
     */
    static Map<String, FieldValue> held(List<Intent> creates, RecordMapping mapping, SystemId system) {
        Map<String, FieldValue> held = new LinkedHashMap<>();
        for (Field field : mapping.fields().values()) {
            boolean read = field.in(system).map(Binding::isRead).orElse(false);
            List<FieldValue> written = creates.stream()
                    .map(create -> create.write().fields().getOrDefault(field.name(), FieldValue.EMPTY))
                    .distinct()
                    .toList();
            if (read && written.size() == 1 && !(written.getFirst() instanceof FieldValue.Link)) {
                held.put(field.name(), written.getFirst());
            }
        }
        return held;
    }
}
