package dev.interlock.routes.system.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.hubspot.HubSpotConstants;
import dev.interlock.hubspot.HubSpotOperation;
import dev.interlock.hubspot.SearchWindow;
import dev.interlock.mapping.Association;
import dev.interlock.mapping.Place;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads changed records by search, 200 a page. When fewer records are left than the staging store knows, some were archived
 * or merged away: only then are the archived ones listed.
 */
final class HubSpotArrivals implements Arrivals {

    private static final int ARCHIVED_PAGE = 100;

    private final HubSpot hubspot;

    HubSpotArrivals(HubSpot hubspot) {
        this.hubspot = hubspot;
    }

    @Override
    public int recordsPerPage(Place place) {
        return SearchWindow.LARGEST_PAGE;
    }

    @Override
    public Pass read(Order order, Consumer<List<Observation>> pages) {
        Reading reading = new Reading(order, pages);
        reading.changes();
        long least = Math.max(1, (reading.records + SearchWindow.LARGEST_PAGE - 1) / SearchWindow.LARGEST_PAGE)
                + HubSpotAssociations.calls(reading.associations, reading.records);
        if (order.since().isPresent() && order.known() > 0) {
            least++;
            reading.disappearances();
        }
        return new Pass(reading.systemTime, reading.newest, reading.records, least);
    }

    /** One pass over one object. */
    private final class Reading {
        private final Order order;
        private final Consumer<List<Observation>> pages;
        private final HubSpotShape shape;
        private final List<String> properties;
        private final List<Association> associations;
        private final List<List<Observation>> waiting = new ArrayList<>();
        private Optional<Instant> systemTime = Optional.empty();
        private Optional<Instant> newest = Optional.empty();
        private long records;

        Reading(Order order, Consumer<List<Observation>> pages) {
            this.order = order;
            this.pages = pages;
            this.shape = new HubSpotShape(hubspot.id(), order.type());
            TreeSet<String> all = new TreeSet<>(HubSpotAssociations.properties(order.columns()));
            all.addAll(HubSpotShape.MERGE_TRAIL);
            this.properties = List.copyOf(all);
            this.associations = HubSpotAssociations.among(order.columns());
        }

        void changes() {
            SearchWindow window = new SearchWindow(
                    order.place().object(),
                    properties,
                    order.since().orElse(Instant.EPOCH),
                    hubspot.clock().instant().plus(Duration.ofDays(1)),
                    SearchWindow.LARGEST_PAGE);
            SearchWindow.Step step = window.first();
            while (step instanceof SearchWindow.Ask ask) {
                Instant readAt = hubspot.clock().instant();
                HubSpot.Answer answer = search(ask.request().toString());
                if (systemTime.isEmpty()) {
                    systemTime = timeOf(answer);
                }
                take(answer.body(), readAt);
                step = window.next(ask, answer.body());
            }
            passOn();
        }

        private HubSpot.Answer search(String body) {
            return hubspot.call(
                    Errand.reading(order.type()).under(HubSpot.SEARCH),
                    HubSpot.Request.of(HubSpotOperation.SEARCH, order.place().object(), body));
        }

        private void take(JsonNode page, Instant readAt) {
            List<Observation> read = new ArrayList<>();
            List<Observation> losers = new ArrayList<>();
            for (JsonNode record : page.path("results")) {
                Observation observation =
                        shape.observation(record, HubSpotAssociations.properties(order.columns()), readAt);
                newest = newest.filter(instant -> instant.isAfter(observation.changedAt()))
                        .or(() -> Optional.of(observation.changedAt()));
                read.add(observation);
                losers.addAll(shape.losers(record, readAt));
            }
            records += read.size();
            read.addAll(losers);
            if (!read.isEmpty()) {
                waiting.add(read);
            }
            if (associations.isEmpty()
                    || (waiting.size() + 1) * SearchWindow.LARGEST_PAGE > HubSpotAssociations.MOST_READ) {
                passOn();
            }
        }

        /** Pages wait until one call reads the associations of all of them; the watermark waits for the whole pass anyway. */
        private void passOn() {
            List<Observation> all = waiting.stream().flatMap(List::stream).toList();
            Iterator<Observation> complete = new HubSpotAssociations(hubspot)
                    .complete(
                            new HubSpotAssociations.Subject(
                                    order.type(), order.place().object()),
                            order.columns(),
                            all)
                    .iterator();
            for (List<Observation> page : waiting) {
                pages.accept(page.stream().map(any -> complete.next()).toList());
            }
            waiting.clear();
        }

        /** One search for nothing but the count; the list of archived records only if some are missing. */
        void disappearances() {
            JsonNode count = search("{\"filterGroups\":[],\"limit\":1,\"properties\":[\"hs_object_id\"]}")
                    .body();
            if (count.path("total").asLong() >= order.known()) {
                return;
            }
            String after = "";
            do {
                after = archivedPage(after);
            } while (!after.isEmpty());
        }

        private String archivedPage(String after) {
            Instant readAt = hubspot.clock().instant();
            Map<String, Object> headers = new java.util.LinkedHashMap<>(
                    Map.of(HubSpotConstants.ARCHIVED, true, HubSpotConstants.LIMIT, ARCHIVED_PAGE));
            if (!after.isEmpty()) {
                headers.put(HubSpotConstants.AFTER, after);
            }
            JsonNode page = hubspot.call(
                            Errand.reading(order.type()),
                            new HubSpot.Request(
                                    HubSpotOperation.LIST, order.place().object(), headers, ""))
                    .body();
            List<Observation> gone = new ArrayList<>();
            page.path("results")
                    .forEach(record -> gone.add(
                            shape.observation(record, HubSpotAssociations.properties(order.columns()), readAt)));
            if (!gone.isEmpty()) {
                pages.accept(gone);
            }
            return Json.at(page, "paging.next.after").asText("");
        }
    }

    private static Optional<Instant> timeOf(HubSpot.Answer answer) {
        return Optional.ofNullable(answer.headers().get(HubSpotConstants.SERVER_TIME))
                .map(Instant.class::cast);
    }
}
