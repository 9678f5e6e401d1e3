package dev.interlock.routes.system.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Place;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        int size = reading.listing.size();
        return new Pass(
                reading.time, reading.newest, reading.records, Math.max(1, (reading.records + size - 1) / size));
    }

    /** One pass over one object. */
    private final class Reading {
        private final Order order;
        private final Consumer<List<Observation>> pages;
        private final Listing listing;
        private final RestShape shape;
        private final Paging paging;
        private Optional<Instant> time = Optional.empty();
        private Optional<Instant> newest = Optional.empty();
        private long records;

        Reading(Order order, Consumer<List<Observation>> pages) {
            RestObject object = rest.object(order.place().object());
            this.order = order;
            this.pages = pages;
            this.listing = object.listing();
            this.shape = new RestShape(rest.id(), order.type(), object);
            this.paging = new Paging(rest, object, shape);
        }

        void all() {
            Optional<String> next = Optional.of(listing.first());
            while (next.isPresent()) {
                Instant readAt = rest.clock().instant();
                Rest.Answer answer = rest.call(Errand.reading(order.type()), request(next.get()));
                time = time.or(answer::time);
                JsonNode items = listing.items().equals(".") ? answer.body() : Json.at(answer.body(), listing.items());
                if (!items.isArray()) {
                    throw Trouble.of(
                            Trouble.Kind.NONSENSE,
                            "NO_ITEMS",
                            "the answer of " + rest.id() + " has no list at " + listing.items());
                }
                take(items, readAt);
                next = paging.next(answer.body(), items);
            }
        }

        private Rest.Request request(String cursor) {
            Map<String, String> values = new HashMap<>();
            values.put("size", Integer.toString(listing.size()));
            values.put("columns", shape.object().asked(order.columns()));
            listing.since().value(order.since()).ifPresent(since -> values.put("since", since));
            if (!cursor.isEmpty()) {
                values.put("cursor", cursor);
            }
            String body = listing.body()
                    .map(template ->
                            template.filled(values).orElseGet(Json::object).toString())
                    .orElse("");
            if (listing.from() == Listing.From.NEXT_LINK && !cursor.isEmpty()) {
                // The link says everything: parameters of ours might contradict it.
                return new Rest.Request(listing.method(), cursor, Map.of(), listing.headers(), body, Optional.empty());
            }
            return new Rest.Request(
                    listing.method(),
                    listing.path(),
                    Template.filled(listing.parameters(), values),
                    listing.headers(),
                    body,
                    Optional.empty());
        }

        private void take(JsonNode items, Instant readAt) {
            List<Observation> page = new ArrayList<>();
            for (JsonNode record : items) {
                Observation observation = shape.observation(record, order.columns(), readAt);
                shape.stamp(record)
                        .filter(stamp -> newest.map(stamp::isAfter).orElse(true))
                        .ifPresent(stamp -> newest = Optional.of(stamp));
                if (!shape.isHidden(record)) {
                    page.add(observation);
                }
            }
            records += items.size();
            if (!page.isEmpty()) {
                pages.accept(page);
            }
        }
    }
}
