package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Place;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import dev.interlock.routes.system.rest.RestDescription.RestObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads changed records page by page, as the service's description says. */
final class RestArrivals implements Arrivals {

    private final Rest rest;

    RestArrivals(Rest rest) {
        this.rest = rest;
    }

    @Override
    public int recordsPerPage(Place place) {
        return rest.object(place.object()).listing().size();
    }

    @Override
    public Pass read(Order order, Consumer<List<Observation>> pages) {
        Reading reading = new Reading(order, pages);
        reading.all();
        int size = reading.object.listing().size();
        return new Pass(
                reading.time, reading.newest, reading.records, Math.max(1, (reading.records + size - 1) / size));
    }

    /** One pass over one object. */
    private final class Reading {
        private final Order order;
        private final Consumer<List<Observation>> pages;
        private final RestObject object;
        private final RestShape shape;
        private Optional<Instant> time = Optional.empty();
        private Optional<Instant> newest = Optional.empty();
        private long records;
        private long pagesRead;

        Reading(Order order, Consumer<List<Observation>> pages) {
            this.order = order;
            this.pages = pages;
            this.object = rest.object(order.place().object());
            this.shape = new RestShape(rest.id(), order.type(), object);
        }

        void all() {
            String cursor = "";
            boolean more = true;
            while (more) {
                Instant readAt = rest.clock().instant();
                Rest.Answer answer = rest.call(
                        Errand.reading(order.type()), new Rest.Request("GET", object.path(), parameters(cursor), ""));
                time = time.or(answer::time);
                JsonNode items = items(answer.body());
                if (!items.isArray()) {
                    throw Trouble.of(
                            Trouble.Kind.NONSENSE,
                            "NO_ITEMS",
                            "the answer of " + rest.id() + " has no list at "
                                    + object.listing().items());
                }
                take(items, readAt);
                String next = next(answer.body(), items);
                more = !next.isEmpty() && !next.equals(cursor);
                cursor = next;
            }
        }

        /** A dot stands for the answer itself. */
        private JsonNode items(JsonNode answer) {
            String at = object.listing().items();
            return at.equals(".") ? answer : Json.at(answer, at);
        }

        private Map<String, String> parameters(String cursor) {
            Map<String, String> parameters =
                    new LinkedHashMap<>(object.listing().always());
            parameters.put(
                    object.listing().limit(), Integer.toString(object.listing().size()));
            if (!object.listing().since().isEmpty()) {
                order.since().ifPresent(since -> parameters.put(object.listing().since(), shape.stamp(since)));
            }
            if (!cursor.isEmpty()) {
                parameters.put(object.listing().cursor(), cursor);
            }
            return parameters;
        }

        private void take(JsonNode items, Instant readAt) {
            List<Observation> page = new ArrayList<>();
            for (JsonNode record : items) {
                Observation observation = shape.observation(record, order.columns(), readAt);
                newest = newest.filter(instant -> instant.isAfter(observation.changedAt()))
                        .or(() -> Optional.of(observation.changedAt()));
                page.add(observation);
            }
            records += page.size();
            if (!page.isEmpty()) {
                pages.accept(page);
            }
        }

        /** The cursor of the next page; blank if this was the last. */
        private String next(JsonNode answer, JsonNode items) {
            RestDescription.Listing listing = object.listing();
            boolean full = listing.more().isEmpty()
                    ? items.size() >= listing.size()
                    : Json.at(answer, listing.more()).asBoolean(false);
            boolean another = full && !items.isEmpty();
            return switch (listing.cursorFrom()) {
                case "last-id" -> another ? shape.id(items.get(items.size() - 1)) : "";
                case "skip" -> another ? Long.toString(records) : "";
                case "page" -> another ? Long.toString(++pagesRead + 1) : "";
                // A cursor that the service gives tells by itself whether there is more: a page may be short.
                default -> Json.at(answer, listing.cursorFrom()).asText("").replaceFirst("^null$", "");
            };
        }
    }
}
