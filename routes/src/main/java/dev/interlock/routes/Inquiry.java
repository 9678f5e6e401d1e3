package dev.interlock.routes;

import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks one system for records of one type as they are now, in as few calls as it allows. */
final class Inquiry {

    private final ConnectedSystem system;
    private final Desk desk;

    Inquiry(ConnectedSystem system, Desk desk) {
        this.system = system;
        this.desk = desk;
    }

    /**
     * One answer per address, in the same order: empty if there is no such record.
     *
     * @throws dev.interlock.routes.system.Trouble if the system cannot be asked
     */
    List<Optional<Observation>> ask(List<Outgoing.Address> addresses) {
        Outgoing outgoing = system.handover();
        int most = outgoing.recordsPerCall(Write.Kind.UPDATE);
        List<Optional<Observation>> found = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += most) {
            found.addAll(outgoing.lookUp(new Outgoing.Question(
                    desk.mapping().type(),
                    desk.place(system.id()),
                    desk.mapping().columns(system.id()),
                    addresses.subList(from, Math.min(addresses.size(), from + most)))));
        }
        return found;
    }

    /** The same for records of which the ids are known. */
    List<Optional<Observation>> askById(List<String> ids) {
        return ask(ids.stream()
                .map(id -> new Outgoing.Address(Optional.of(id), ""))
                .toList());
    }

    /** The fewest calls in which so many records can be asked for. */
    long leastCalls(int records) {
        Outgoing outgoing = system.handover();
        int most = outgoing.recordsPerCall(Write.Kind.UPDATE);
        return (records + most - 1L) / most * outgoing.leastCalls(desk.mapping().columns(system.id()));
    }
}
