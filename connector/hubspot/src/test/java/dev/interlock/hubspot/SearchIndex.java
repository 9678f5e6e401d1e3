package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.hubspot.SearchWindow.Ask;
import dev.interlock.hubspot.SearchWindow.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches records the way HubSpot does: offsets as cursors, no result beyond 10,000, and ghosts (hits that are counted
 * but not shown), which make pages short or empty. It states no total.
 */
final class SearchIndex {

    private record Entry(String id, long modified, boolean ghost) {}

    final List<JsonNode> requests = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Comparator<String> idOrder;

    private SearchIndex(Comparator<String> idOrder) {
        this.idOrder = idOrder;
    }

    static SearchIndex comparingIdsAsNumbers() {
        return new SearchIndex(Comparator.comparingLong(Long::parseLong));
    }

    static SearchIndex comparingIdsAsTexts() {
        return new SearchIndex(Comparator.naturalOrder());
    }

    void put(String id, Instant modified) {
        entries.put(id, new Entry(id, modified.toEpochMilli(), false));
    }

    void putGhost(String id, Instant modified) {
        entries.put(id, new Entry(id, modified.toEpochMilli(), true));
    }

    JsonNode answer(JsonNode request) {
        requests.add(request);
        int offset = request.path("after").asInt(0);
        int limit = request.path("limit").asInt(10);
        if (offset + limit > 10_000) {
            throw new IllegalStateException("HubSpot refuses results beyond 10,000");
        }
        List<Entry> hits = entries.values().stream()
                .filter(entry -> matches(entry, request.at("/filterGroups/0/filters")))
                .sorted(Comparator.comparing(Entry::id, idOrder))
                .toList();
        ObjectNode page = Json.MAPPER.createObjectNode();
        ArrayNode results = page.putArray("results");
        int end = Math.min(offset + limit, hits.size());
        hits.subList(Math.min(offset, end), end).stream()
                .filter(entry -> !entry.ghost())
                .forEach(entry -> results.addObject()
                        .put("id", entry.id())
                        .put("updatedAt", Instant.ofEpochMilli(entry.modified()).toString()));
        if (end < hits.size()) {
            page.putObject("paging").putObject("next").put("after", String.valueOf(end));
        }
        return page;
    }

    /** Reads a whole window; between two pages something may happen to the index. */
    List<String> readAll(SearchWindow window, Runnable meanwhile) {
        List<String> ids = new ArrayList<>();
        Step step = window.first();
        while (step instanceof Ask ask) {
            JsonNode page = answer(ask.request());
            page.path("results").forEach(row -> ids.add(row.path("id").asText()));
            step = window.next(ask, page);
            meanwhile.run();
        }
        return ids;
    }

    private boolean matches(Entry entry, JsonNode filters) {
        for (JsonNode filter : filters) {
            String value = filter.path("value").asText();
            boolean fits = switch (filter.path("operator").asText()) {
                case "GTE" -> entry.modified() >= Long.parseLong(value);
                case "LTE" -> entry.modified() <= Long.parseLong(value);
                case "GT" -> idOrder.compare(entry.id(), value) > 0;
                default -> throw new IllegalArgumentException(filter.toString());
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
