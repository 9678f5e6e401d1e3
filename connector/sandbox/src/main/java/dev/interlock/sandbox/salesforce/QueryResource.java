package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code query}, {@code queryAll} and the pages behind {@code nextRecordsUrl}. */
final class QueryResource {

    private static final int SMALLEST_PAGE = 200;
    private static final int LARGEST_PAGE = 2_000;
    private static final int LONG_TEXT = 255;
    private static final int MOST_ROWS_KEPT = 5_000_000;
    private static final Duration CURSOR_LIFE = Duration.ofDays(2);
    private static final Pattern BATCH_SIZE = Pattern.compile("(?i)batchSize\\s*=\\s*(\\d{1,6})");
    private static final Pattern LOCATOR = Pattern.compile("(01g\\w{15})-(\\d{1,9})");

    private final Org org;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private int cursorNumber;

    QueryResource(Org org) {
        this.org = org;
    }

    /** What is left to be fetched of one query. */
    private record Cursor(Soql soql, List<Row> rows, int pageSize, Instant born) {}

    Reply answer(Ask ask, boolean withDeleted) {
        if (!ask.method().equals("GET")) {
            throw Refusal.methodNotAllowed(ask.method());
        }
        if (!ask.part(1).isEmpty()) {
            return more(ask);
        }
        String text = ask.call()
                .parameter("q")
                .orElseThrow(() -> Refusal.of("MALFORMED_QUERY", "A query has to be specified"));
        Soql soql = SoqlParser.parse(org, text);
        List<Row> rows = new Search(org, soql, withDeleted).rows();
        if (soql.counts()) {
            return Json.reply(200, counted(rows.size()));
        }
        Cursor cursor = new Cursor(soql, rows, pageSize(ask, soql), org.now());
        String id = Ids.text("01g", ++cursorNumber);
        if (rows.size() > cursor.pageSize()) {
            keep(id, cursor);
        }
        return Json.reply(200, page(ask, id, cursor, 0));
    }

    /** Every cursor is gone: a run that comes back to one is told so. */
    void expireCursors() {
        cursors.clear();
    }

    private void keep(String id, Cursor cursor) {
        cursors.put(id, cursor);
        while (cursors.size() > 1
                && cursors.values().stream()
                                .mapToInt(kept -> kept.rows().size())
                                .sum()
                        > MOST_ROWS_KEPT) {
            cursors.remove(cursors.keySet().iterator().next());
        }
    }

    private Reply more(Ask ask) {
        Matcher locator = LOCATOR.matcher(ask.part(1));
        Cursor cursor = locator.matches() ? cursors.get(locator.group(1)) : null;
        if (cursor == null || cursor.born().plus(CURSOR_LIFE).isBefore(org.now())) {
            throw Refusal.of("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        int from = Integer.parseInt(locator.group(2));
        if (from >= cursor.rows().size()) {
            throw Refusal.of("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return Json.reply(200, page(ask, locator.group(1), cursor, from));
    }

    private ObjectNode page(Ask ask, String id, Cursor cursor, int from) {
        int to = Math.min(from + cursor.pageSize(), cursor.rows().size());
        ObjectNode page = Json.object();
        page.put("totalSize", cursor.rows().size());
        page.put("done", to == cursor.rows().size());
        if (to < cursor.rows().size()) {
            page.put("nextRecordsUrl", ask.root() + "/query/" + id + "-" + to);
        }
        ArrayNode records = page.putArray("records");
        RowWriter writer = new RowWriter(org, ask.root());
        cursor.rows().subList(from, to).forEach(row -> records.add(record(writer, cursor.soql(), row)));
        return page;
    }

    private ObjectNode record(RowWriter writer, Soql soql, Row row) {
        ObjectNode node = writer.start(soql.from(), row);
        for (Path path : soql.select()) {
            put(writer, node, new Place(soql.from(), row), path);
        }
        return node;
    }

    /** A record that a path leads through. */
    private record Place(Table table, Row row) {}

    private void put(RowWriter writer, ObjectNode node, Place place, Path path) {
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
        put(writer, inner, new Place(table, parent), rest);
    }

    private static ObjectNode counted(int size) {
        ObjectNode counted = Json.object();
        counted.put("totalSize", size);
        counted.put("done", true);
        counted.putArray("records");
        return counted;
    }

    /** Two long texts of custom fields make the pages small (sforce_api_calls_soql_changing_batch_size). */
    private static int pageSize(Ask ask, Soql soql) {
        long longTexts = soql.select().stream()
                .map(Path::field)
                .filter(field -> field.custom() && field.type() == FieldType.TEXTAREA && field.length() > LONG_TEXT)
                .count();
        if (longTexts >= 2) {
            return SMALLEST_PAGE;
        }
        Matcher asked = BATCH_SIZE.matcher(
                ask.call().header("sforce-query-options").orElse("").toLowerCase(Locale.ROOT));
        int size = asked.find() ? Integer.parseInt(asked.group(1)) : LARGEST_PAGE;
        return Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, size));
    }
}
