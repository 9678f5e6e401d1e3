package dev.interlock.sandbox.salesforce;

import java.util.List;
import java.util.Optional;

/** What a query asks for of the records it finds. */
sealed interface Projection {

    /** Nothing but their number. */
    record Counted() implements Projection {}

    /** Fields of each, and lists of the records that hang on it. */
    record Fields(List<Path> paths, List<Children> children) implements Projection {
        public Fields {
            paths = List.copyOf(paths);
            children = List.copyOf(children);
        }
    }

    /** One line for each group of records with the same keys. */
    record Grouped(List<Path> keys, List<Column> columns, Optional<Having> having, List<GroupOrdering> order)
            implements Projection {
        public Grouped {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
            order = List.copyOf(order);
        }
    }

    /**
     * The records that hang on one.
     *
     * @param name under which they are answered
     * @param link the field by which they hang on it
     */
    record Children(String name, Field link, Soql query) {}

    /** A named value of a group. */
    record Column(String name, Measure measure) {}

    /** One entry of the order in which groups are answered. */
    record GroupOrdering(Measure measure, Direction direction, Blanks blanks) {}

    /** Up or down. */
    enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** Where what is blank stands. */
    enum Blanks {
        FIRST,
        LAST
    }
}
