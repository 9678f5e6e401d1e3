package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.mapping.Place;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Trouble;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads changed records by SOQL, in pages of 2,000 by a keyset on Id within a window of SystemModstamp. The order is Id alone,
 * because SOQL compares stamps without their milliseconds, so that a keyset on the stamp would lose rows of one second.
 * Deleted, merged and converted records come in the same rows.
 */
final class SalesforceArrivals implements Arrivals {

    static final int PAGE = 2000;

    private final Salesforce salesforce;
    private final SalesforceObjects objects;

    SalesforceArrivals(Salesforce salesforce, SalesforceObjects objects) {
        this.salesforce = salesforce;
        this.objects = objects;
    }

    @Override
    public int recordsPerPage(Place place) {
        return PAGE;
    }

    @Override
    public Pass read(Order order, Consumer<List<Observation>> pages) {
        Reading reading = new Reading(order, pages);
        reading.all();
        long least = Math.max(1, (reading.rows + PAGE - 1) / PAGE);
        return new Pass(Optional.empty(), reading.newest, reading.rows, least);
    }

    /** One pass over one object. */
    private final class Reading {
        private final Order order;
        private final Consumer<List<Observation>> pages;
        private final SalesforceShape shape;
        private Optional<Instant> newest = Optional.empty();
        private long rows;

        Reading(Order order, Consumer<List<Observation>> pages) {
            this.order = order;
            this.pages = pages;
            this.shape = new SalesforceShape(salesforce.id(), order.type(), order.place());
        }

        void all() {
            String last = "";
            boolean more = true;
            while (more) {
                Instant readAt = salesforce.clock().instant();
                JsonNode page = ask(last);
                List<Observation> read = observations(page, readAt);
                while (!page.path("done").asBoolean(true)) {
                    page = next(page.path("nextRecordsUrl").asText());
                    read.addAll(observations(page, readAt));
                }
                if (!read.isEmpty()) {
                    pages.accept(read);
                    last = read.getLast().key().id();
                }
                more = read.size() >= PAGE;
            }
        }

        private JsonNode ask(String last) {
            try {
                return query(soql(
                        last, columns(objects.fields(order.type(), order.place().object()))));
            } catch (Trouble trouble) {
                if (!trouble.failure().code().equals("INVALID_FIELD")) {
                    throw trouble;
                }
                // A field was taken away since the object was described: ask again without it.
                return query(soql(
                        last,
                        columns(objects.refreshed(order.type(), order.place().object()))));
            }
        }

        private JsonNode query(String soql) {
            String resource = order.since().isPresent() ? "/queryAll" : "/query";
            return salesforce.call(
                    Errand.reading(order.type()), Salesforce.Request.get(resource, java.util.Map.of("q", soql)));
        }

        private JsonNode next(String url) {
            return salesforce.call(Errand.reading(order.type()), Salesforce.Request.get(url, java.util.Map.of()));
        }

        private Set<String> columns(JsonNode described) {
            Set<String> columns = SalesforceQuery.readable(order.columns(), described);
            columns.addAll(SalesforceShape.fateColumns(described));
            return columns;
        }

        private String soql(String last, Set<String> columns) {
            List<String> conditions = new ArrayList<>();
            order.since()
                    .ifPresent(since -> conditions.add("SystemModstamp >= " + since.truncatedTo(ChronoUnit.SECONDS)));
            if (!last.isEmpty()) {
                conditions.add("Id > " + SalesforceQuery.quoted(last));
            }
            String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            return "SELECT " + String.join(", ", new TreeSet<>(columns)) + " FROM "
                    + order.place().object() + where + " ORDER BY Id LIMIT " + PAGE;
        }

        private List<Observation> observations(JsonNode page, Instant readAt) {
            List<Observation> read = new ArrayList<>();
            for (JsonNode row : page.path("records")) {
                Observation observation = shape.observation(row, order.columns(), readAt);
                newest = newest.filter(instant -> instant.isAfter(observation.changedAt()))
                        .or(() -> Optional.of(observation.changedAt()));
                read.add(observation);
                rows++;
            }
            return read;
        }
    }
}
