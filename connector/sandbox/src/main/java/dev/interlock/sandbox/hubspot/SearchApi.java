package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.hubspot.Filter.Range;
import dev.interlock.sandbox.hubspot.RecordJson.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Predicate;

/** Search over records as they stood a moment ago. */
final class SearchApi {

    private final Portal portal;
    private final RecordJson json;

    SearchApi(Portal portal, RecordJson json) {
        this.portal = portal;
        this.json = json;
    }

    /** One page of what was found, and how many there are. */
    private record Found(List<CrmRecord> page, int total) {}

    Reply search(ObjectType type, Request request) {
        if (!request.method().equals("POST")) {
            throw request.nowhere();
        }
        JsonNode body = request.body();
        Search search = Search.from(body);
        SearchIndex index = portal.store(type).index();
        index.catchUp(portal.settings().now() - portal.settings().searchLagMillis());
        Found found = find(type, search, index);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("total", found.total());
        ArrayNode results = node.putArray("results");
        found.page().forEach(record -> results.add(json.render(record, Wanted.of(body))));
        int next = search.after() + found.page().size();
        if (next < found.total()) {
            node.putObject("paging").putObject("next").put("after", Integer.toString(next));
        }
        return RecordsApi.ok(node);
    }

    private Found find(ObjectType type, Search search, SearchIndex index) {
        Predicate<CrmRecord> test = search.test(portal, type);
        Range range = search.modified(type);
        boolean byModification = search.sort().filter(type.modified()::equals).isPresent();
        boolean byId = search.sort().isEmpty() || (search.sort().get().equals("hs_object_id") && !search.descending());
        if (byModification) {
            NavigableSet<CrmRecord> inRange = index.modifiedBetween(type, range.from(), range.to());
            return slice(search.descending() ? inRange.descendingSet() : inRange, test, search);
        }
        if (range.equals(Range.ALL) && byId) {
            return slice(index.byId(), test, search);
        }
        List<CrmRecord> matching = new ArrayList<>();
        Collection<CrmRecord> candidates =
                range.equals(Range.ALL) ? index.byId() : index.modifiedBetween(type, range.from(), range.to());
        candidates.stream().filter(test).forEach(matching::add);
        matching.sort(search.order(portal, type));
        int from = Math.min(search.after(), matching.size());
        int to = Math.min(from + search.limit(), matching.size());
        return new Found(matching.subList(from, to), matching.size());
    }

    /** Walks candidates that are in order already. */
    private static Found slice(Collection<CrmRecord> ordered, Predicate<CrmRecord> test, Search search) {
        List<CrmRecord> page = new ArrayList<>();
        int total = 0;
        for (CrmRecord record : ordered) {
            if (test.test(record)) {
                if (total >= search.after() && page.size() < search.limit()) {
                    page.add(record);
                }
                total++;
            }
        }
        return new Found(page, total);
    }
}
