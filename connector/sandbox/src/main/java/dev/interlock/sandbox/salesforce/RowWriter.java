package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Writes a record into an answer: its attributes, then its fields. */
final class RowWriter {

    private final Org org;
    private final String root;

    RowWriter(Org org, String root) {
        this.org = org;
        this.root = root;
    }

    ObjectNode write(Table table, Row row, Collection<Field> fields) {
        ObjectNode node = start(table, row);
        for (Field field : fields) {
            Values.put(node, field.name(), org.read(table, row, field));
        }
        return node;
    }

    /** A record with nothing but its attributes. */
    ObjectNode start(Table table, Row row) {
        ObjectNode node = Json.object();
        ObjectNode attributes = node.putObject("attributes");
        attributes.put("type", table.type().name());
        attributes.put("url", root + "/sobjects/" + table.type().name() + "/" + table.id(row));
        return node;
    }
}
