package dev.interlock.match;

import dev.interlock.record.EntityId;
import java.util.List;

/** Who an arriving record is. */
public sealed interface Match {

    /** Nobody knows it. */
    record Stranger() implements Match {}

    /** It belongs to this entity. */
    record Counterpart(EntityId entity, String why) implements Match {}

    /** It could be any of these; a person must say. */
    record Lookalikes(List<EntityId> entities, String why) implements Match {
        public Lookalikes {
            entities = List.copyOf(entities);
        }
    }

    /** It is this entity by its keys, but the entity ended, and records of it that are still there were left alone. */
    record Ended(EntityId entity, String why) implements Match {}

    /** It is this entity by its keys, but the entity already has another record in the same system. */
    record Collision(EntityId entity, String why) implements Match {}
}
