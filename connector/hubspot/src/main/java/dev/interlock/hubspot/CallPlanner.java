package dev.interlock.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what an exchange asks for into the one call that does it. */
final class CallPlanner {

    private final ApiPaths paths;

    CallPlanner(ApiPaths paths) {
        this.paths = paths;
    }

    /**
     * Plans the call.
     *
     * @throws IllegalArgumentException if something the operation needs is missing; the message names it
     */
    Call plan(RequestOptions asked, @Nullable Object body) {
        HubSpotOperation operation = asked.operation();
        return switch (operation) {
            case GET -> Call.get(operation, record(asked), selection(asked));
            case LIST -> Call.get(operation, paths.objects(type(asked)), page(asked));
            case CREATE -> Call.post(operation, paths.objects(type(asked)), needed(asked, body));
            case UPDATE ->
                new Call(operation, "PATCH", record(asked), byProperty(asked), Optional.of(needed(asked, body)));
            case ARCHIVE -> new Call(operation, "DELETE", record(asked), Map.of(), Optional.empty());
            case MERGE -> Call.post(operation, action(asked), needed(asked, body));
            case SEARCH -> Call.post(operation, action(asked), paged(asked, needed(asked, body)));
            case GDPR_DELETE -> Call.post(operation, action(asked), person(asked, body));
            case BATCH_READ ->
                Call.post(operation, action(asked), selected(asked, rows(asked, body)))
                        .withQuery(archivedOnly(asked));
            case BATCH_CREATE, BATCH_UPDATE, BATCH_UPSERT, BATCH_ARCHIVE ->
                Call.post(operation, action(asked), rows(asked, body));
            case ASSOCIATIONS_READ,
                    ASSOCIATIONS_CREATE,
                    ASSOCIATIONS_CREATE_DEFAULT,
                    ASSOCIATIONS_ARCHIVE,
                    ASSOCIATIONS_ARCHIVE_LABELS -> Call.post(operation, between(asked), rows(asked, body));
            case ASSOCIATION_LABELS -> Call.get(operation, between(asked), Map.of());
            case PROPERTIES_LIST -> Call.get(operation, paths.properties(type(asked)), archivedOnly(asked));
            case PROPERTY_GET -> Call.get(operation, property(asked), archivedOnly(asked));
            case PROPERTY_CREATE -> Call.post(operation, paths.properties(type(asked)), needed(asked, body));
            case PIPELINES_LIST -> Call.get(operation, paths.pipelines(type(asked)), Map.of());
            case OWNERS_LIST -> Call.get(operation, paths.owners(), cursor(asked));
            case ACCOUNT_INFO, API_USAGE -> Call.get(operation, paths.account(operation.action()), Map.of());
        };
    }

    private String action(RequestOptions asked) {
        return paths.objects(type(asked)) + "/" + asked.operation().action();
    }

    private String record(RequestOptions asked) {
        return paths.object(type(asked), needed(asked, asked.recordId(), "recordId", HubSpotConstants.RECORD_ID));
    }

    private String between(RequestOptions asked) {
        String to = needed(asked, asked.toObjectType(), "toObjectType", HubSpotConstants.TO_OBJECT_TYPE);
        return paths.associations(type(asked), to) + "/" + asked.operation().action();
    }

    private String property(RequestOptions asked) {
        String name = needed(asked, asked.propertyName(), "propertyName", HubSpotConstants.PROPERTY_NAME);
        return paths.property(type(asked), name);
    }

    private static String type(RequestOptions asked) {
        return needed(asked, asked.objectType(), "objectType", HubSpotConstants.OBJECT_TYPE);
    }

    private static String needed(RequestOptions asked, Optional<String> value, String option, String header) {
        return value.orElseThrow(() -> new IllegalArgumentException("The HubSpot operation " + asked.operation()
                + " needs the option " + option + " or the header " + header + "."));
    }

    private static JsonNode needed(RequestOptions asked, @Nullable Object body) {
        return Json.ofBody(body)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The HubSpot operation " + asked.operation() + " needs a JSON body; the message has none."));
    }

    /** A batch's body: as given, or an array of its inputs. */
    private static JsonNode rows(RequestOptions asked, @Nullable Object body) {
        JsonNode given = needed(asked, body);
        return given.isArray() ? Json.MAPPER.createObjectNode().set("inputs", given) : given;
    }

    /** Adds the options that a batch's body does not state itself. */
    private static JsonNode selected(RequestOptions asked, JsonNode body) {
        if (!(body instanceof ObjectNode given)) {
            return body;
        }
        ObjectNode batch = given.deepCopy();
        list(batch, "properties", asked.properties());
        list(batch, "propertiesWithHistory", asked.propertiesWithHistory());
        asked.idProperty().filter(name -> !batch.has("idProperty")).ifPresent(name -> batch.put("idProperty", name));
        return batch;
    }

    /** Adds the options that a search's body does not state itself. */
    private static JsonNode paged(RequestOptions asked, JsonNode body) {
        if (!(body instanceof ObjectNode given)) {
            return body;
        }
        ObjectNode search = given.deepCopy();
        if (!asked.properties().isEmpty()) {
            list(search, "properties", asked.properties());
        }
        asked.limit().filter(limit -> !search.has("limit")).ifPresent(limit -> search.put("limit", limit));
        asked.after().filter(after -> !search.has("after")).ifPresent(after -> search.put("after", after));
        return search;
    }

    /** Both lists are required by the API, even if empty. */
    private static void list(ObjectNode batch, String field, List<String> names) {
        if (!batch.has(field)) {
            names.forEach(batch.putArray(field)::add);
        }
    }

    private static JsonNode person(RequestOptions asked, @Nullable Object body) {
        if (asked.recordId().isEmpty()) {
            return needed(asked, body);
        }
        ObjectNode person = Json.MAPPER.createObjectNode();
        person.put("objectId", asked.recordId().get());
        asked.idProperty().ifPresent(name -> person.put("idProperty", name));
        return person;
    }

    private static Map<String, String> byProperty(RequestOptions asked) {
        Map<String, String> query = new LinkedHashMap<>();
        asked.idProperty().ifPresent(name -> query.put("idProperty", name));
        return query;
    }

    private static Map<String, String> archivedOnly(RequestOptions asked) {
        return asked.archived() ? Map.of("archived", "true") : Map.of();
    }

    private static Map<String, String> cursor(RequestOptions asked) {
        Map<String, String> query = new LinkedHashMap<>(archivedOnly(asked));
        asked.after().ifPresent(after -> query.put("after", after));
        asked.limit().ifPresent(limit -> query.put("limit", String.valueOf(limit)));
        return query;
    }

    private static Map<String, String> selection(RequestOptions asked) {
        Map<String, String> query = byProperty(asked);
        query.putAll(archivedOnly(asked));
        put(query, "properties", asked.properties());
        put(query, "propertiesWithHistory", asked.propertiesWithHistory());
        put(query, "associations", asked.associations());
        return query;
    }

    private static Map<String, String> page(RequestOptions asked) {
        Map<String, String> query = selection(asked);
        query.remove("idProperty");
        query.putAll(cursor(asked));
        return query;
    }

    private static void put(Map<String, String> query, String name, List<String> values) {
        if (!values.isEmpty()) {
            query.put(name, String.join(",", values));
        }
    }
}
