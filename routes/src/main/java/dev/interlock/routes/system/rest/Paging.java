package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the next page of one pass is. A service that leads in a circle is stopped at the first page that comes again: what it
 * would have shown behind is not known, so the pass fails and is made again.
 */
final class Paging {

    private final Rest rest;
    private final Listing listing;
    private final RestShape shape;
    private final Set<String> followed = new HashSet<>();
    private List<String> last = List.of();
    private long records;
    private long pages;

    Paging(Rest rest, RestObject object, RestShape shape) {
        this.rest = rest;
        this.listing = object.listing();
        this.shape = shape;
    }

    /** The cursor of the next page; empty if this was the last. */
    Optional<String> next(JsonNode answer, JsonNode items) {
        records += items.size();
        pages++;
        Optional<String> next = cursor(answer, items);
        next.filter(cursor -> !followed.add(cursor)).ifPresent(cursor -> circle("gave the same next page twice"));
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(shape.id(item)));
        if (next.isPresent() && !ids.isEmpty() && ids.equals(last)) {
            circle("gave the same page twice");
        }
        last = ids;
        return next;
    }

    private void circle(String what) {
        throw Trouble.of(Trouble.Kind.NONSENSE, "PAGES_IN_A_CIRCLE", rest.id() + " " + what);
    }

    private Optional<String> cursor(JsonNode answer, JsonNode items) {
        boolean another = isAnother(answer, items);
        return switch (listing.from()) {
            case LAST_ID -> another ? Optional.of(shape.id(items.get(items.size() - 1))) : Optional.empty();
            case SKIP -> another ? Optional.of(Long.toString(records)) : Optional.empty();
            case PAGE -> another ? Optional.of(Long.toString(pages + 1)) : Optional.empty();
            // What the service gives tells by itself whether there is more: a page may be short, or even empty.
            case TOKEN -> text(answer);
            case NEXT_LINK -> text(answer).map(this::sameOrigin);
            case NONE -> Optional.empty();
        };
    }

    /** A full page, or fewer records or pages than there are: one of these is enough, because each may be misleading. */
    private boolean isAnother(JsonNode answer, JsonNode items) {
        if (items.isEmpty()) {
            return false;
        }
        Listing.More more = listing.more();
        if (!more.flag().isEmpty()) {
            return Json.at(answer, more.flag()).asBoolean(false);
        }
        boolean fewer = !more.count().isEmpty()
                && records < Json.at(answer, more.count()).asLong(0);
        if (!more.pages().isEmpty()) {
            return fewer || pages < Json.at(answer, more.pages()).asLong(0);
        }
        return fewer || items.size() >= listing.size();
    }

    private Optional<String> text(JsonNode answer) {
        JsonNode given = Json.at(answer, listing.link());
        return given.isNull() ? Optional.empty() : Optional.of(given.asText("")).filter(some -> !some.isBlank());
    }

    private String sameOrigin(String link) {
        return rest.nextPage(link)
                .orElseThrow(() -> Trouble.of(
                        Trouble.Kind.NONSENSE,
                        "NEXT_PAGE_ELSEWHERE",
                        rest.id() + " gave a next page that is not its own; it is not asked, because our login would go"
                                + " there"));
    }
}
