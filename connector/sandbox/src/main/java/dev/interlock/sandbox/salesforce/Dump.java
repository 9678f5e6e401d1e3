package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Everything the org holds, for a test to look at: every object, every record, deleted ones too, every field. */
final class Dump {

    private final Org org;

    Dump(Org org) {
        this.org = org;
    }

    ObjectNode all() {
        ObjectNode all = Json.object();
        for (Table table : org.tables()) {
            ArrayNode rows = all.putArray(table.type().name());
            table.all().forEach(row -> rows.add(row(table, row)));
        }
        return all;
    }

    private ObjectNode row(Table table, Row row) {
        ObjectNode node = Json.object();
        table.type().fields().forEach(field -> Values.put(node, field.name(), org.read(table, row, field)));
        return node;
    }
}
