package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A query, its names resolved. */
record Soql(
        Table from,
        Projection select,
        Optional<Condition> where,
        List<Ordering> orderBy,
        OptionalInt limit,
        int offset,
        Purpose purpose) {

    Soql {
        orderBy = List.copyOf(orderBy);
    }

    /** What the records are read for. */
    enum Purpose {
        READING,
        /** They count as seen by the user. */
        VIEWING
    }
}
