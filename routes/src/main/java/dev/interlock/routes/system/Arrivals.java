package dev.interlock.routes.system;

import dev.interlock.mapping.Place;
import dev.interlock.record.Observation;
import dev.interlock.record.RecordType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What arrives from a system: the records that changed, page by page, each page of the largest legal size. */
public interface Arrivals {

    /**
     * Reads every record that changed at or after an instant, deletions and merges included as far as the system tells them.
     * Records may come more than once. Whoever takes a page has stored it when the call returns.
     *
     * @throws Trouble if the system cannot be read; the pages taken so far stay taken
     */
    Pass read(Order order, Consumer<List<Observation>> pages);

    /** How many records one page holds at most. */
    int recordsPerPage(Place place);

    /**
     * What to read.
     *
     * @param since by the system's clock; empty for everything there is
     * @param columns the columns the mapping needs
     * @param known how many live records the staging store knows: what a count is compared with
     */
    record Order(RecordType type, Place place, Optional<Instant> since, Set<String> columns, long known) {

        public Order {
            columns = Set.copyOf(columns);
        }
    }

    /**
     * How reading went.
     *
     * @param systemTime the system's own time before the first request, if it tells; everything that changed before it, less
     *     the settle time, was seen
     * @param newest the newest change stamp seen
     * @param records how many live records came
     * @param leastCalls the fewest calls that could have brought them
     */
    record Pass(Optional<Instant> systemTime, Optional<Instant> newest, long records, long leastCalls) {}
}
