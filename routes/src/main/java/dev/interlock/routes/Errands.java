package dev.interlock.routes;

import dev.interlock.mapping.Place;
import dev.interlock.plan.Write;
import dev.interlock.record.EntityId;
import dev.interlock.record.RawFields;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.stage.Outbox;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is to be handed over next: the due writes of one type to one system, after a number.
 *
 * @param held kinds of writes that are held back: deletes, when there are too many
 * @param orphans whether a write may leave out references to records that are not there yet (R12)
 * @param only the entities whose writes go; empty for all
 */
public record Errands(
        Desk desk,
        ConnectedSystem system,
        long after,
        Set<Write.Kind> held,
        Orphans orphans,
        Set<EntityId> only,
        Tally tally) {

    public Errands {
        only = Set.copyOf(only);
        held = held.isEmpty() ? Set.of() : EnumSet.copyOf(held);
    }

    /** What happens to a write whose parent has no record in the system. */
    public enum Orphans {
        /** It waits. */
        WAIT,
        /** It goes on waiting, and a person is told what it waits for. */
        TELL,
        /** It waits, unless it changes other fields: they need not wait with it. */
        PART,
        /** It goes without the reference, which is written once the parent is there: the way out of a ring. */
        GO;

        /** Whether a write goes without its reference, if it has anything else to say. */
        boolean letsGo(Write.Kind kind, RawFields rest) {
            return switch (this) {
                case WAIT, TELL -> false;
                case PART -> kind == Write.Kind.UPDATE && !rest.byName().isEmpty();
                case GO -> kind == Write.Kind.CREATE || !rest.byName().isEmpty();
            };
        }
    }

    /** The same, after a later number. */
    Errands after(long number) {
        return new Errands(desk, system, number, held, orphans, only, tally);
    }

    boolean includes(EntityId entity) {
        return only.isEmpty() || only.contains(entity);
    }

    Place place() {
        return desk.place(system.id());
    }

    Outbox.Target target() {
        return new Outbox.Target(system.id(), desk.mapping().type());
    }
}
