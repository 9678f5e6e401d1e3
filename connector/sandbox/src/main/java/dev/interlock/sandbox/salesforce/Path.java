package dev.interlock.sandbox.salesforce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A field of the record queried, or of a record it points at: {@code Name}, {@code Account.Owner.Name}. */
record Path(List<Field> hops, Field field) {

    Path {
        hops = List.copyOf(hops);
    }

    boolean direct() {
        return hops.isEmpty();
    }

    Object read(Org org, Table table, Row row) {
        Table here = table;
        Row current = row;
        for (Field hop : hops) {
            Optional<Table> next = org.tableOf(String.valueOf(org.read(here, current, hop)));
            Optional<Row> parent = org.find(String.valueOf(org.read(here, current, hop)));
            if (next.isEmpty() || parent.isEmpty()) {
                return Blank.BLANK;
            }
            here = next.get();
            current = parent.get();
        }
        return org.read(here, current, field);
    }

    /** What two values are compared by: texts without capitals, datetimes without milliseconds. */
    Object key(Object value) {
        return value instanceof Instant instant ? (Object) instant.getEpochSecond() : field.key(value);
    }
}
