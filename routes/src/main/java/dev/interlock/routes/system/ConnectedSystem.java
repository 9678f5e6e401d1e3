package dev.interlock.routes.system;

import dev.interlock.mapping.RecordMapping;
import dev.interlock.record.SystemId;
import java.util.List;

/** One system that is kept in step with the others. */
public interface ConnectedSystem {

    SystemId id();

    /** Whose product it is: what the {@link dev.interlock.deliver.Catalogue} knows its failures by. */
    default String vendor() {
        return id().name();
    }

    Arrivals arrivals();

    Outgoing handover();

    /** The line all its calls go through. */
    Line line();

    /**
     * Checks a mapping against what the system says of itself: missing and read-only columns, wrong types, choices that are
     * not mapped, lengths. Costs calls.
     *
     * @return one sentence per problem; none if all is well
     * @throws Trouble if the system cannot be asked
     */
    List<String> check(RecordMapping mapping);
}
