package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.Optional;
import java.util.stream.IntStream;

/** The tree of the versioned API: which part of a path is answered by whom. */
final class Resources {

    static final int OLDEST = 31;
    static final int NEWEST = 66;
    private static final int MOST_RECENT = 200;

    private final Org org;
    private final Usage usage;
    private final QueryResource query;
    private final RowResource rows;
    private final DescribeResource describe;
    private final ReplicationResource replication;
    private final CollectionResource collections;
    private final CompositeResource composite;
    private final BulkIngest ingest;
    private final BulkQuery bulkQuery;

    Resources(Org org, Usage usage) {
        Changes changes = new Changes(org);
        this.org = org;
        this.usage = usage;
        this.query = new QueryResource(org);
        this.rows = new RowResource(org, changes);
        this.describe = new DescribeResource(org);
        this.replication = new ReplicationResource(org);
        this.collections = new CollectionResource(org, changes);
        this.composite = new CompositeResource(org, this);
        this.ingest = new BulkIngest(org);
        this.bulkQuery = new BulkQuery(org);
    }

    QueryResource query() {
        return query;
    }

    /** @throws Refusal to be answered as the service does */
    Reply answer(Ask ask) {
        return switch (ask.part(0)) {
            case "" -> Json.reply(200, top(ask));
            case "limits" -> Json.reply(200, usage.limits());
            case "jobs" ->
                switch (ask.part(1)) {
                    case "ingest" -> ingest.answer(ask);
                    case "query" -> bulkQuery.answer(ask);
                    default -> throw Refusal.notFound();
                };
            case "recent" -> Json.reply(200, recent(ask));
            case "search" -> Json.reply(200, search(ask));
            case "tabs" -> Json.reply(200, Json.array());
            case "theme" -> {
                ObjectNode theme = Json.object();
                theme.putArray("themeItems");
                yield Json.reply(200, theme);
            }
            case "query" -> query.answer(ask, false);
            case "queryAll" -> query.answer(ask, true);
            case "sobjects" -> ask.path().size() == 1 ? Json.reply(200, describe.global(ask)) : object(ask);
            case "composite" -> ask.part(1).equals("sobjects") ? collections.answer(ask) : composite.answer(ask);
            default -> throw Refusal.notFound();
        };
    }

    private Reply object(Ask ask) {
        Table table = org.table(ask.part(1)).orElseThrow(Refusal::notFound);
        if (ask.part(2).equals("listviews")) {
            return new ListViews(org).answer(ask, table);
        }
        return switch (ask.path().size()) {
            case 2 ->
                switch (ask.method()) {
                    case "GET" -> Json.reply(200, describe.basic(ask, table));
                    case "POST" -> rows.create(ask, table);
                    default -> throw Refusal.methodNotAllowed(ask.method());
                };
            case 3 ->
                switch (ask.part(2)) {
                    case "describe" -> Json.reply(200, describe.describe(ask, table));
                    case "updated" -> replication.updated(ask, table);
                    case "deleted" -> replication.deleted(ask, table);
                    default -> rows.byId(ask, table);
                };
            case 4, 5 -> below(ask, table);
            default -> throw Refusal.notFound();
        };
    }

    private Reply below(Ask ask, Table table) {
        if (ask.part(2).equals("describe")) {
            return Json.reply(200, Layouts.answer(ask, table, ask.part(3)));
        }
        if (ask.path().size() == 5) {
            throw Refusal.notFound();
        }
        return rows.byKey(ask, table);
    }

    private ArrayNode recent(Ask ask) {
        ArrayNode all = org.seen().records(org, ask.root(), Optional.empty());
        int limit = ask.call()
                .parameter("limit")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(MOST_RECENT);
        while (all.size() > limit) {
            all.remove(all.size() - 1);
        }
        return all;
    }

    private ObjectNode search(Ask ask) {
        String text = ask.call()
                .parameter("q")
                .orElseThrow(() -> Refusal.of("MALFORMED_SEARCH", "A search has to be specified"));
        return new Sosl(org, ask.root()).search(text);
    }

    private static ObjectNode top(Ask ask) {
        ObjectNode top = Json.object();
        for (String name : new String[] {
            "composite", "jobs", "limits", "query", "queryAll", "recent", "search", "sobjects", "tabs", "theme"
        }) {
            top.put(name, ask.root() + "/" + name);
        }
        top.put("identity", Login.identityUrl(ask.call()));
        return top;
    }

    /** {@code GET /services/data}: open to everybody. */
    static ArrayNode versions() {
        ArrayNode versions = Json.array();
        IntStream.rangeClosed(OLDEST, NEWEST)
                .forEach(version -> versions.addObject()
                        .put(
                                "label",
                                (version % 3 == 1 ? "Summer '" : version % 3 == 2 ? "Winter '" : "Spring '")
                                        + season(version))
                        .put("url", "/services/data/v" + version + ".0")
                        .put("version", version + ".0"));
        return versions;
    }

    /** Version 59 was Winter '24; there are three a year, and winter begins the named year. */
    private static int season(int version) {
        return 24 + Math.floorDiv(version - 59, 3);
    }
}
