package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A query, its names resolved. When {@code counts}, only the number of records is asked for. */
record Soql(
        Table from,
        boolean counts,
        List<Path> select,
        Optional<Condition> where,
        List<Ordering> orderBy,
        OptionalInt limit,
        int offset) {

    Soql {
        select = List.copyOf(select);
        orderBy = List.copyOf(orderBy);
    }
}
