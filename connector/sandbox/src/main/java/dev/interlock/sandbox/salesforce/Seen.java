package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The records that the integration user looked at, by queries {@code FOR VIEW}: the last first, 200 of them. */
final class Seen {

    private static final int MOST = 200;

    private final Deque<String> ids = new ArrayDeque<>();

    void add(String id) {
        ids.remove(id);
        ids.addFirst(id);
        if (ids.size() > MOST) {
            ids.removeLast();
        }
    }

    void clear() {
        ids.clear();
    }

    /** Those that still live, with id and name, of one object or of all. */
    ArrayNode records(Org org, String root, Optional<Table> of) {
        ArrayNode records = Json.array();
        for (String id : ids) {
            Table table = org.tableOf(id).orElseThrow();
            Optional<Row> row = table.find(id).filter(Row::live);
            if (row.isPresent() && of.filter(wanted -> !wanted.equals(table)).isEmpty()) {
                List<Field> fields = table.type().visibleFields().stream()
                        .filter(field -> field.role() == Role.ID || field.name().equals("Name"))
                        .toList();
                records.add(new RowWriter(org, root).write(table, row.get(), fields));
            }
        }
        return records;
    }
}
