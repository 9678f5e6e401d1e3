package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.ArrayList;
import java.util.List;

/** {@code sobjects/X/listviews}: of each object one view, with all its records. */
final class ListViews {

    static final String PREFIX = "00B";
    private static final int MOST_ROWS = 25;

    private final Org org;

    ListViews(Org org) {
        this.org = org;
    }

    Reply answer(Ask ask, Table table) {
        String id = id(table);
        if (ask.part(3).isEmpty()) {
            return Json.reply(200, list(ask, table, id));
        }
        if (!ask.part(3).equals(id)) {
            throw Refusal.notFound();
        }
        return switch (ask.part(4)) {
            case "" -> Json.reply(200, view(ask, table, id));
            case "describe" -> Json.reply(200, described(table, id));
            case "results" -> Json.reply(200, results(ask, table, id));
            default -> throw Refusal.notFound();
        };
    }

    /** The query behind a view. */
    String query(String id) {
        return org.tables().stream()
                .filter(table -> id(table).equals(id))
                .findFirst()
                .map(ListViews::query)
                .orElseThrow(Refusal::notFound);
    }

    private static String query(Table table) {
        return "SELECT " + nameField(table).name() + ", Id, CreatedDate, LastModifiedDate, SystemModstamp FROM "
                + table.type().name() + " ORDER BY " + nameField(table).name() + " ASC NULLS FIRST, Id ASC NULLS FIRST";
    }

    private static Field nameField(Table table) {
        return table.type()
                .visibleField("Name")
                .orElseGet(() -> table.type().with(Role.ID).getFirst());
    }

    private String id(Table table) {
        return Ids.text(PREFIX, 1 + new ArrayList<>(org.tables()).indexOf(table));
    }

    private ObjectNode list(Ask ask, Table table, String id) {
        ObjectNode list = Json.object();
        list.put("done", true);
        list.putArray("listviews").add(view(ask, table, id));
        list.putNull("nextRecordsUrl");
        list.put("size", 1);
        list.put("sobjectType", table.type().name());
        return list;
    }

    private static ObjectNode view(Ask ask, Table table, String id) {
        String url = ask.root() + "/sobjects/" + table.type().name() + "/listviews/" + id;
        ObjectNode view = Json.object();
        view.put("describeUrl", url + "/describe");
        view.put("developerName", "All" + table.type().name());
        view.put("id", id);
        view.put("label", "All " + table.type().plural());
        view.put("resultsUrl", url + "/results");
        view.put("soqlCompatible", true);
        view.put("url", url);
        return view;
    }

    private static ObjectNode described(Table table, String id) {
        ObjectNode described = Json.object();
        described.set("columns", columns(table));
        described.put("id", id);
        ObjectNode order = described.putArray("orderBy").addObject();
        order.put("fieldNameOrPath", nameField(table).name());
        order.put("nullsPosition", "first");
        order.put("sortDirection", "ascending");
        described.put("query", query(table));
        described.putNull("scope");
        described.put("sobjectType", table.type().name());
        described.putNull("whereCondition");
        return described;
    }

    private ObjectNode results(Ask ask, Table table, String id) {
        List<Row> rows = new Search(org, SoqlParser.parse(org, query(table)), false).rows();
        ObjectNode results = Json.object();
        results.set("columns", columns(table));
        results.put("developerName", "All" + table.type().name());
        results.put("done", true);
        results.put("id", id);
        results.put("label", "All " + table.type().plural());
        ArrayNode records = results.putArray("records");
        for (Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            ArrayNode columns = records.addObject().putArray("columns");
            for (Field field : shown(table)) {
                ObjectNode column = columns.addObject().put("fieldNameOrPath", field.name());
                ObjectNode value = Json.object();
                Values.put(value, "value", org.read(table, row, field));
                column.put(
                        "value",
                        value.path("value").isNull()
                                ? null
                                : value.path("value").asText());
            }
        }
        results.put("size", records.size());
        return results;
    }

    private static List<Field> shown(Table table) {
        List<Field> shown = new ArrayList<>(List.of(nameField(table)));
        for (Role role : List.of(Role.ID, Role.CREATED_DATE, Role.LAST_MODIFIED_DATE, Role.SYSTEM_MODSTAMP)) {
            shown.addAll(table.type().with(role));
        }
        return shown.stream().distinct().toList();
    }

    private static ArrayNode columns(Table table) {
        ArrayNode columns = Json.array();
        for (Field field : shown(table)) {
            ObjectNode column = columns.addObject();
            column.put("ascendingLabel", "Ascending");
            column.put("descendingLabel", "Descending");
            column.put("fieldNameOrPath", field.name());
            column.put("hidden", !field.name().equals(nameField(table).name()));
            column.put("label", field.label());
            column.put("searchable", false);
            column.put("selectListItem", field.name());
            if (field.name().equals(nameField(table).name())) {
                column.put("sortDirection", "ascending");
                column.put("sortIndex", 0);
            } else {
                column.putNull("sortDirection");
                column.putNull("sortIndex");
            }
            column.put("sortable", true);
            column.put("type", field.type().describeName());
        }
        return columns;
    }
}
