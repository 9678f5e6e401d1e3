package dev.interlock.simulation;

import dev.interlock.mapping.Place;
import dev.interlock.record.Fate;
import dev.interlock.record.Observation;
import dev.interlock.routes.system.Arrivals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reading from a simulated system, as a connector does it: by a keyset of ids within everything that changed. */
final class SimArrivals implements Arrivals {
    private final SimSystem system;

    SimArrivals(SimSystem system) {
        this.system = system;
    }

    @Override
    public int recordsPerPage(Place place) {
        return system.manner.page();
    }

    @Override
    public Pass read(Order order, Consumer<List<Observation>> pages) {
        Optional<Instant> time = Optional.empty();
        Optional<Instant> newest = Optional.empty();
        String after = "";
        List<Observation> earlier = List.of();
        long records = 0;
        while (true) {
            String from = after;
            Instant before = system.now();
            List<Observation> page = system.call(order.type(), "read " + order.type(), false, () -> page(order, from));
            if (time.isEmpty() && system.manner.tellsTime()) {
                time = Optional.of(before);
            }
            for (Observation each : page) {
                newest =
                        newest.filter(stamp -> stamp.isAfter(each.changedAt())).or(() -> Optional.of(each.changedAt()));
            }
            records += page.size();
            if (!page.isEmpty()) {
                system.world().read(system, page);
                pages.accept(page);
                if (system.world().calls().isPageDisturbed()) {
                    disturb(page, earlier, pages);
                }
                earlier = page;
                after = page.getLast().key().id();
            }
            if (page.size() < system.manner.page()) {
                return new Pass(time, newest, records, 1);
            }
        }
    }

    /** F4, F5: the page before comes once more, after its successor, and a record is told twice in one page. */
    private static void disturb(List<Observation> page, List<Observation> earlier, Consumer<List<Observation>> pages) {
        List<Observation> again = new ArrayList<>(page);
        again.add(page.getFirst());
        pages.accept(again);
        if (!earlier.isEmpty()) {
            pages.accept(earlier);
        }
    }

    private List<Observation> page(Order order, String after) {
        List<Observation> page = new ArrayList<>();
        for (SimRecord record : system.records.values()) {
            Optional<SimRecord.Image> shown = system.listed(record).filter(image -> isAsked(record, image, order));
            if (record.id.compareTo(after) > 0 && shown.isPresent() && page.size() < system.manner.page()) {
                page.add(system.observation(record, shown.get(), order.columns()));
            }
        }
        return page;
    }

    private boolean isAsked(SimRecord record, SimRecord.Image image, Order order) {
        boolean changed = order.since()
                .map(since -> !image.stamp().isBefore(floor(since)))
                .orElse(true);
        boolean told = image.fate() instanceof Fate.Live
                || image.fate() instanceof Fate.ConvertedInto
                || (system.manner.listsDeleted() && (order.since().isPresent() || order.known() > 0));
        told |= image.fate() instanceof Fate.MergedInto && !system.id().equals(Landscape.SF);
        return record.type.equals(order.type()) && changed && told && !record.hidden;
    }

    private Instant floor(Instant since) {
        long granule = system.manner.granule().toMillis();
        return Instant.ofEpochMilli(since.toEpochMilli() - Math.floorMod(since.toEpochMilli(), granule));
    }
}
