package dev.interlock.sandbox.salesforce;

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

/** {@code query}, {@code queryAll}, the pages behind {@code nextRecordsUrl}, and {@code query?explain=}. */
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
    private record Cursor(Soql soql, Projection.Fields fields, List<Row> rows, int pageSize, Instant born) {}

    Reply answer(Ask ask, boolean withDeleted) {
        if (!ask.method().equals("GET")) {
            throw Refusal.methodNotAllowed(ask.method());
        }
        if (!ask.part(1).isEmpty()) {
            return more(ask);
        }
        if (ask.call().parameter("explain").isPresent()) {
            return Json.reply(
                    200,
                    new QueryPlan(org).explain(ask.call().parameter("explain").get()));
        }
        String text = ask.call()
                .parameter("q")
                .orElseThrow(() -> Refusal.of("MALFORMED_QUERY", "A query has to be specified"));
        Soql soql = SoqlParser.parse(org, text);
        return Json.reply(200, run(ask, soql, withDeleted));
    }

    /** The first page of a query's answer. */
    ObjectNode run(Ask ask, Soql soql, boolean withDeleted) {
        return switch (soql.select()) {
            case Projection.Counted counted ->
                whole(new Search(org, soql, withDeleted).rows().size(), Json.array());
            case Projection.Grouped grouped -> {
                ArrayNode groups = new Grouping(org, soql, grouped).answer(withDeleted);
                yield whole(groups.size(), groups);
            }
            case Projection.Fields fields -> {
                List<Row> rows = new Search(org, soql, withDeleted).rows();
                if (soql.purpose() == Soql.Purpose.VIEWING) {
                    rows.forEach(row -> org.seen().add(soql.from().id(row)));
                }
                yield first(ask, new Cursor(soql, fields, rows, pageSize(ask, fields), org.now()));
            }
        };
    }

    /** Every cursor is gone: a run that comes back to one is told so. */
    void expireCursors() {
        cursors.clear();
    }

    private ObjectNode first(Ask ask, Cursor cursor) {
        String id = Ids.text("01g", ++cursorNumber);
        if (cursor.rows().size() > cursor.pageSize()) {
            keep(id, cursor);
        }
        return page(ask, id, cursor, 0);
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
        cursor.rows().subList(from, to).forEach(row -> records.add(record(ask, cursor, row)));
        return page;
    }

    private ObjectNode record(Ask ask, Cursor cursor, Row row) {
        Table table = cursor.soql().from();
        ObjectNode node =
                new FoundRow(org, ask.root()).write(table, row, cursor.fields().paths());
        for (Projection.Children children : cursor.fields().children()) {
            Soql query = children.query();
            List<Row> rows = new Search(org, query, false).hangingOn(children.link(), table.id(row));
            if (rows.isEmpty()) {
                node.putNull(children.name());
            } else {
                Projection.Fields fields = (Projection.Fields) query.select();
                node.set(children.name(), first(ask, new Cursor(query, fields, rows, cursor.pageSize(), org.now())));
            }
        }
        return node;
    }

    private static ObjectNode whole(int size, ArrayNode records) {
        ObjectNode whole = Json.object();
        whole.put("totalSize", size);
        whole.put("done", true);
        whole.set("records", records);
        return whole;
    }

    /** Two long texts of custom fields make the pages small (sforce_api_calls_soql_changing_batch_size). */
    private static int pageSize(Ask ask, Projection.Fields fields) {
        long longTexts = fields.paths().stream()
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
