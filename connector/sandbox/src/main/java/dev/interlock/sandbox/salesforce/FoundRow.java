package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a record that a query found, and what its paths lead to, into an answer. */
final class FoundRow {

    private final Org org;
    private final RowWriter writer;

    FoundRow(Org org, String root) {
        this.org = org;
        this.writer = new RowWriter(org, root);
    }

    ObjectNode write(Table table, Row row, List<Path> paths) {
        ObjectNode node = writer.start(table, row);
        for (Path path : paths) {
            put(node, new Place(table, row), path);
        }
        return node;
    }

    /** A record that a path leads through. */
    private record Place(Table table, Row row) {}

    private void put(ObjectNode node, Place place, Path path) {
        if (path.direct()) {
            Values.put(node, path.field().name(), org.read(place.table(), place.row(), path.field()));
            return;
        }
        Field hop = path.hops().getFirst();
        String id = String.valueOf(org.read(place.table(), place.row(), hop));
        Row parent = org.find(id).orElse(null);
        if (parent == null) {
            node.putNull(hop.relationshipName());
            return;
        }
        Table table = org.tableOf(id).orElseThrow();
        JsonNode before = node.path(hop.relationshipName());
        ObjectNode inner = before instanceof ObjectNode known ? known : writer.start(table, parent);
        node.set(hop.relationshipName(), inner);
        Path rest = new Path(path.hops().subList(1, path.hops().size()), path.field());
        put(inner, new Place(table, parent), rest);
    }
}
