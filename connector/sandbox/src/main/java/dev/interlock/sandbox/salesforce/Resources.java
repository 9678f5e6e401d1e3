package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.stream.IntStream;

/** The tree of the versioned API: which part of a path is answered by whom. */
final class Resources {

    static final int OLDEST = 50;
    static final int NEWEST = 66;

    private final Org org;
    private final Usage usage;
    private final QueryResource query;
    private final RowResource rows;
    private final DescribeResource describe;
    private final ReplicationResource replication;
    private final CollectionResource collections;
    private final CompositeResource composite;

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
    }

    QueryResource query() {
        return query;
    }

    /** @throws Refusal to be answered as the service does */
    Reply answer(Ask ask) {
        return switch (ask.part(0)) {
            case "" -> Json.reply(200, top(ask));
            case "limits" -> Json.reply(200, usage.limits());
            case "query" -> query.answer(ask, false);
            case "queryAll" -> query.answer(ask, true);
            case "sobjects" -> ask.path().size() == 1 ? Json.reply(200, describe.global(ask)) : object(ask);
            case "composite" -> ask.part(1).equals("sobjects") ? collections.answer(ask) : composite.answer(ask);
            default -> throw Refusal.notFound();
        };
    }

    private Reply object(Ask ask) {
        Table table = org.table(ask.part(1)).orElseThrow(Refusal::notFound);
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
            case 4 -> rows.byKey(ask, table);
            default -> throw Refusal.notFound();
        };
    }

    private static ObjectNode top(Ask ask) {
        ObjectNode top = Json.object();
        for (String name : new String[] {"composite", "limits", "query", "queryAll", "sobjects"}) {
            top.put(name, ask.root() + "/" + name);
        }
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
