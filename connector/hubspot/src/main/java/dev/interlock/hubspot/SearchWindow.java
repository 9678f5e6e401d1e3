package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads every record of one type that last changed between two instants, both included, through the search operation.
 *
 * <p>A search ends at 10,000 results and counts its pages by offset, so a record that changes while it runs would shift
 * all rows behind it. This reading therefore goes up by record id: each page asks for ids greater than the last one
 * seen, from the start. It holds no state and sends nothing: it turns an answer into the next request.
 *
 * <pre>{@code
 * Step step = window.first();
 * while (step instanceof Ask ask) {
 *     JsonNode page = search(ask.request());
 *     // store the page, and with it ask.afterId() of the next step, before going on
 *     step = window.next(ask, page);
 * }
 * }</pre>
 *
 * @param objectType name or type id; decides which property says when a record last changed
 * @param properties the properties to return; if empty, HubSpot chooses
 * @param from the earliest last-modified time, to the millisecond
 * @param to the latest last-modified time, to the millisecond; fixed for the whole reading
 * @param pageSize rows in a page, 1 to 200
 */
public record SearchWindow(String objectType, List<String> properties, Instant from, Instant to, int pageSize) {

    /** The most rows HubSpot puts in one page of a search. */
    public static final int LARGEST_PAGE = 200;

    private static final Set<String> CONTACTS = Set.of("contacts", "contact", "0-1");
    private static final String ID = "hs_object_id";

    /** What to do next. */
    public sealed interface Step {}

    /**
     * Send this request to the search operation.
     *
     * @param request the body of the request
     * @param afterId the greatest record id read so far, to resume from; empty before the first row
     * @param cursor HubSpot's cursor, used only to get past a page without rows
     */
    public record Ask(JsonNode request, Optional<String> afterId, Optional<String> cursor) implements Step {
        public Ask {
            request = request.deepCopy();
        }
    }

    /** Everything in the window has been read. */
    public record End() implements Step {}

    public SearchWindow {
        properties = List.copyOf(properties);
        if (objectType.isBlank()) {
            throw new IllegalArgumentException("A search window needs an object type.");
        }
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("A search page has 1 to 200 rows, not " + pageSize + ".");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The search window ends (" + to + ") before it begins (" + from + ").");
        }
    }

    /** The property that says when a record of this type last changed. Source: HubSpot's search guide. */
    public static String lastModifiedProperty(String objectType) {
        return CONTACTS.contains(objectType.toLowerCase(Locale.ROOT)) ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    /** The request for the first page. */
    public Ask first() {
        return ask(Optional.empty(), Optional.empty());
    }

    /**
     * The request for what follows a record, to go on after a restart. The window must be the one the id was read in.
     *
     * @param recordId the {@link Ask#afterId()} that was kept
     */
    public Ask resumeAfter(String recordId) {
        return ask(Optional.of(recordId), Optional.empty());
    }

    /**
     * What follows a page. Only the page's cursor decides whether there is more: a page may be short or even empty
     * without being the last, and its total is not looked at.
     *
     * @param asked the step that led to the page
     * @param page the search operation's answer
     * @throws IllegalArgumentException if the page is no answer to a search
     * @throws IllegalStateException if HubSpot does not move on: following it would never end
     */
    public Step next(Ask asked, JsonNode page) {
        JsonNode rows = page.path("results");
        if (!rows.isArray()) {
            throw new IllegalArgumentException("This is no answer to a HubSpot search: it has no results.");
        }
        String cursor = page.path("paging").path("next").path("after").asText("");
        if (cursor.isEmpty()) {
            return new End();
        }
        return rows.isEmpty() ? pastEmptyPage(asked, cursor) : pastRow(asked, rows.get(rows.size() - 1));
    }

    private Step pastEmptyPage(Ask asked, String cursor) {
        if (asked.cursor().equals(Optional.of(cursor))) {
            throw new IllegalStateException("HubSpot's search for " + objectType + " answers empty pages in a circle.");
        }
        return ask(asked.afterId(), Optional.of(cursor));
    }

    private Step pastRow(Ask asked, JsonNode row) {
        String id = row.path("id").asText("");
        if (id.isEmpty() || asked.afterId().equals(Optional.of(id))) {
            throw new IllegalStateException(
                    "HubSpot's search for " + objectType + " does not move on after id '" + id + "'.");
        }
        return ask(Optional.of(id), Optional.empty());
    }

    private Ask ask(Optional<String> afterId, Optional<String> cursor) {
        ObjectNode request = Json.MAPPER.createObjectNode();
        ArrayNode filters = request.putArray("filterGroups").addObject().putArray("filters");
        String modified = lastModifiedProperty(objectType);
        filter(filters, modified, "GTE", String.valueOf(from.toEpochMilli()));
        filter(filters, modified, "LTE", String.valueOf(to.toEpochMilli()));
        // The id as it was read, never one more than it: ids may be compared like texts.
        afterId.ifPresent(id -> filter(filters, ID, "GT", id));
        request.putArray("sorts").addObject().put("propertyName", ID).put("direction", "ASCENDING");
        properties.forEach(request.putArray("properties")::add);
        request.put("limit", pageSize);
        cursor.ifPresent(after -> request.put("after", after));
        return new Ask(request, afterId, cursor);
    }

    private static void filter(ArrayNode filters, String property, String operator, String value) {
        filters.addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
    }
}
