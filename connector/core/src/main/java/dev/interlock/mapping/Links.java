package dev.interlock.mapping;

import dev.interlock.record.EntityId;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Optional;

/** Which records are which entities, as the staging store knows it: what a reference lens needs. */
public interface Links {

    /** The one entity that the reference means; empty if none is linked yet, or more than one fits. */
    Optional<EntityId> entity(Reference reference);

    /** The id under which the entity lives in that system, if it has a live record there. */
    Optional<String> idIn(SystemId system, EntityId entity);

    /** The golden value of a text field of the entity, as written; for references by name. */
    Optional<String> text(RecordType type, EntityId entity, String field);

    /** Nothing is linked. */
    Links NONE = new Links() {
        @Override
        public Optional<EntityId> entity(Reference reference) {
            return Optional.empty();
        }

        @Override
        public Optional<String> idIn(SystemId system, EntityId entity) {
            return Optional.empty();
        }

        @Override
        public Optional<String> text(RecordType type, EntityId entity, String field) {
            return Optional.empty();
        }
    };
}
