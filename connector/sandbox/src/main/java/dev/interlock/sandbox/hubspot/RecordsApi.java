package dev.interlock.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.hubspot.RecordJson.Wanted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Records one at a time, and in pages. */
final class RecordsApi {

    private static final int USUAL_PAGE = 10;
    private static final int LARGEST_PAGE = 100;
    private static final int LARGEST_PAGE_WITH_HISTORY = 50;

    private final Portal portal;
    private final Writer writer;
    private final RecordJson json;
    private int pages;

    RecordsApi(Portal portal, Writer writer, RecordJson json) {
        this.portal = portal;
        this.writer = writer;
        this.json = json;
    }

    Reply collection(ObjectType type, Request request) {
        return switch (request.method()) {
            case "GET" -> page(type, request);
            case "POST" -> create(type, request.body(List.of("properties", "associations", "objectWriteTraceId")));
            default -> throw request.nowhere();
        };
    }

    Reply one(ObjectType type, Request request) {
        return switch (request.method()) {
            case "GET" -> get(type, request);
            case "PATCH" -> {
                CrmRecord before = find(type, request);
                JsonNode body = request.body(List.of("properties", "objectWriteTraceId"));
                yield ok(json.written(writer.update(before, Writer.properties(body), author())));
            }
            case "DELETE" -> {
                // Archiving what is already archived is no error.
                portal.find(type, request.segment(1))
                        .ifPresent(record ->
                                writer.archive(record, portal.settings().now()));
                yield Reply.empty(204);
            }
            default -> throw request.nowhere();
        };
    }

    Reply merge(ObjectType type, Request request) {
        if (!type.merges()) {
            throw request.nowhere();
        }
        JsonNode body = request.body(List.of("primaryObjectId", "objectIdToMerge"));
        CrmRecord primary = portal.live(type, body.path("primaryObjectId").asText());
        CrmRecord other = portal.live(type, body.path("objectIdToMerge").asText());
        if (primary.id() == other.id()) {
            throw ApiError.invalid("Cannot merge an object with itself");
        }
        return ok(json.written(writer.merge(primary, other, author())));
    }

    /** Source: contacts guide, permanently delete. An unknown e-mail address is only kept from coming in. */
    Reply erase(ObjectType type, Request request) {
        if (!type.equals(ObjectType.CONTACTS)) {
            throw request.nowhere();
        }
        JsonNode body = request.body(List.of("objectId", "idProperty"));
        String id = body.path("objectId").asText();
        if (body.path("idProperty").asText().equals("email")) {
            portal.erasedEmails().add(id.toLowerCase(Locale.ROOT));
            portal.store(type).byUnique("email", id).ifPresent(writer::erase);
        } else {
            writer.erase(portal.live(type, id));
        }
        return Reply.empty(204);
    }

    private Author author() {
        return new Author(portal.settings().app(), portal.settings().now());
    }

    private Reply create(ObjectType type, JsonNode body) {
        CrmRecord record = writer.create(type, Writer.properties(body), body.path("associations"), author());
        return Reply.json(201, json.written(record).toString());
    }

    private Reply get(ObjectType type, Request request) {
        CrmRecord record = find(type, request);
        ObjectNode node = json.render(record, wanted(request));
        json.addAssociations(node, record, request.list("associations"));
        return ok(node);
    }

    private CrmRecord find(ObjectType type, Request request) {
        String id = request.segment(1);
        if (request.query("idProperty").isPresent()) {
            return byUnique(type, request.query("idProperty").get(), id);
        }
        if (request.flag("archived")) {
            return id.matches("\\d{1,18}")
                    ? portal.store(type).archived(Long.parseLong(id)).orElseThrow(() -> ApiError.noRecord(id))
                    : portal.live(type, id);
        }
        return portal.live(type, id);
    }

    CrmRecord byUnique(ObjectType type, String property, String value) {
        if (property.equals("hs_object_id")) {
            return portal.live(type, value);
        }
        if (!portal.properties(type).unique().contains(property)) {
            throw ApiError.invalid("idProperty '" + property + "' is not a unique property of " + type.name());
        }
        return portal.store(type).byUnique(property, value).orElseThrow(() -> ApiError.noRecord(value));
    }

    static Wanted wanted(Request request) {
        return new Wanted(request.list("properties"), request.list("propertiesWithHistory"));
    }

    private Reply page(ObjectType type, Request request) {
        Wanted wanted = wanted(request);
        int limit = request.limit(USUAL_PAGE, wanted.histories().isEmpty() ? LARGEST_PAGE : LARGEST_PAGE_WITH_HISTORY);
        String after = request.query("after").orElse("0");
        if (!after.matches("\\d{1,18}")) {
            throw ApiError.invalid("after is not a valid paging cursor: " + after);
        }
        Iterator<CrmRecord> rest = (request.flag("archived")
                        ? portal.store(type).archived()
                        : portal.store(type).live())
                .tailMap(Long.parseLong(after), false)
                .values()
                .iterator();
        List<CrmRecord> found = take(rest, limit);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode results = node.putArray("results");
        found.forEach(record -> {
            ObjectNode shown = json.render(record, wanted);
            json.addAssociations(shown, record, request.list("associations"));
            results.add(shown);
        });
        if (rest.hasNext()) {
            String next =
                    found.isEmpty() ? after : Long.toString(found.getLast().id());
            String link = request.call().path() + "?after=" + next;
            node.putObject("paging").putObject("next").put("after", next).put("link", link);
        }
        return ok(node);
    }

    /** As many as asked for; or, by setting, half of them, and every third time none, though there are more. */
    private List<CrmRecord> take(Iterator<CrmRecord> rest, int limit) {
        boolean cut = portal.settings().shortPages();
        int most = cut ? Math.max(1, limit / 2) : limit;
        List<CrmRecord> found = new ArrayList<>();
        if (cut && ++pages % 3 == 0) {
            return found;
        }
        while (rest.hasNext() && found.size() < most) {
            found.add(rest.next());
        }
        return found;
    }

    static Reply ok(JsonNode node) {
        return Reply.json(200, node.toString());
    }
}
