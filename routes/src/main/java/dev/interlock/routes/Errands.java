package dev.interlock.routes;

import dev.interlock.plan.Write;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.stage.Outbox;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is to be handed over next: the due writes of one type to one system, after a number.
 *
 * @param held kinds of writes that are held back: deletes, when there are too many
 * @param orphans whether a write may leave out references to records that are not there yet (R12)
 */
public record Errands(
        Desk desk, ConnectedSystem system, long after, Set<Write.Kind> held, Orphans orphans, Tally tally) {

    public Errands {
        held = held.isEmpty() ? Set.of() : EnumSet.copyOf(held);
    }

    /** What happens to a write whose parent has no record in the system. */
    public enum Orphans {
        /** It waits. */
        WAIT,
        /** It goes on waiting, and a person is told what it waits for. */
        TELL,
        /** It goes without the reference, which is written once the parent is there: the way out of a ring. */
        GO
    }

    Outbox.Target target() {
        return new Outbox.Target(system.id(), desk.mapping().type());
    }
}
