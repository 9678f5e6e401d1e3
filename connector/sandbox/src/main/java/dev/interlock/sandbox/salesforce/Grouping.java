package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.salesforce.Projection.Blanks;
import dev.interlock.sandbox.salesforce.Projection.Direction;
import dev.interlock.sandbox.salesforce.Projection.GroupOrdering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Answers a query about groups. Its answer comes in one piece (SOQL reference, GROUP BY considerations). */
final class Grouping {

    private static final int MOST_GROUPS = 2_000;

    private final Org org;
    private final Soql soql;
    private final Projection.Grouped grouped;

    Grouping(Org org, Soql soql, Projection.Grouped grouped) {
        this.org = org;
        this.soql = soql;
        this.grouped = grouped;
    }

    ArrayNode answer(boolean withDeleted) {
        Soql every =
                new Soql(soql.from(), soql.select(), soql.where(), List.of(), OptionalInt.empty(), 0, soql.purpose());
        Stream<List<Row>> groups = groups(new Search(org, every, withDeleted).rows()).stream()
                .filter(rows -> grouped.having()
                        .filter(having -> !having.holds(measure -> measure.of(org, soql.from(), rows)))
                        .isEmpty());
        groups = grouped.order().stream()
                .map(this::comparator)
                .reduce(Comparator::thenComparing)
                .map(groups::sorted)
                .orElse(groups);
        groups = groups.skip(soql.offset());
        List<List<Row>> answered =
                (soql.limit().isPresent() ? groups.limit(soql.limit().getAsInt()) : groups).toList();
        if (answered.size() > MOST_GROUPS) {
            throw Refusal.of(
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }
        ArrayNode records = Json.array();
        answered.forEach(rows -> records.add(record(rows)));
        return records;
    }

    /** Without keys all records are one group, even if there are none. */
    private Collection<List<Row>> groups(List<Row> rows) {
        if (grouped.keys().isEmpty()) {
            return List.of(rows);
        }
        Map<List<Object>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Object> key = grouped.keys().stream()
                    .map(path -> path.key(path.read(org, soql.from(), row)))
                    .toList();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }

    private ObjectNode record(List<Row> rows) {
        ObjectNode node = Json.object();
        node.putObject("attributes").put("type", "AggregateResult");
        grouped.columns()
                .forEach(column ->
                        Values.put(node, column.name(), column.measure().of(org, soql.from(), rows)));
        return node;
    }

    private Comparator<List<Row>> comparator(GroupOrdering order) {
        return (one, other) -> {
            Object left = key(order, one);
            Object right = key(order, other);
            if (left == Blank.BLANK || right == Blank.BLANK) {
                int blanksFirst = Boolean.compare(right == Blank.BLANK, left == Blank.BLANK);
                return order.blanks() == Blanks.LAST ? -blanksFirst : blanksFirst;
            }
            int ascending = Ordering.compare(left, right);
            return order.direction() == Direction.DESCENDING ? -ascending : ascending;
        };
    }

    private Object key(GroupOrdering order, List<Row> rows) {
        Measure measure = order.measure();
        return measure.path().key(measure.of(org, soql.from(), rows));
    }
}
