package dev.interlock.routes;

import dev.interlock.mapping.Place;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.stage.Outbox.Target;
import dev.interlock.stage.Watermark;
import dev.interlock.stage.Watermark.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads one type of one system since its watermark and sends each page on its journey. The watermark moves only when the whole
 * pass is stored, and never past its start: what is younger than the settle time is read again.
 */
final class Reading {

    /** A settle time longer than this is not waited for within a run. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Workplace place;
    private final Watch watch;

    Reading(Workplace place, Watch watch) {
        this.place = place;
        this.watch = watch;
    }

    void read(ConnectedSystem system, Desk desk, dev.interlock.routes.Order.Reach reach, Tally tally) {
        RecordType type = desk.mapping().type();
        Target source = new Target(system.id(), type);
        Watermark mark = place.store().inTransaction(stage -> stage.watermark(source));
        long known = place.store().inTransaction(stage -> stage.countLive(system.id(), type));
        SystemSettings settings = place.settings(system.id());
        Optional<Instant> since = reach == dev.interlock.routes.Order.Reach.EVERYTHING
                ? Optional.empty()
                : mark.reach(Instant.EPOCH).map(covered -> covered.minus(settings.overlap()));
        Instant started = place.clock().instant();
        LongConsumer progress = watch.begin("reading", system.id(), type);
        Sweep sweep = new Sweep(place);
        Arrival arrival = new Arrival(place.camel(), system, desk, tally);
        Arrivals.Pass pass = system.arrivals().read(order(system, desk, since, known), page -> {
            tally.add(Tally.Of.READ, page.size());
            arrival.of(page, ArrivedPage.Attention.NEWS);
            progress.accept(page.size());
            if (since.isEmpty() && known > 0) {
                sweep.saw(page);
            }
        });
        if (since.isEmpty() && known > 0) {
            sweep.missing(system, desk, arrival);
        }
        arrival.complete();
        tally.add(Tally.Of.LEAST_READS, pass.leastCalls());
        Instant until = covered(pass, started, settings);
        place.store().inTransaction(stage -> {
            Instant from = since.orElse(Instant.EPOCH);
            stage.saveWatermark(source, mark.with(new Interval(from, until.isBefore(from) ? from : until)));
            return until;
        });
    }

    private static Arrivals.Order order(ConnectedSystem system, Desk desk, Optional<Instant> since, long known) {
        Place at = desk.mapping()
                .place(system.id())
                .orElseThrow(() -> new IllegalStateException("no place in " + system.id()));
        return new Arrivals.Order(
                desk.mapping().type(), at, since, desk.mapping().columns(system.id()), known);
    }

    /**
     * Up to where the pass saw everything. A system that tells its time is believed up to that time, less the settle time.
     * Of another only the newest stamp it gave is certain, and of that only as much as lies before our own start.
     */
    private static Instant covered(Arrivals.Pass pass, Instant started, SystemSettings settings) {
        return pass.systemTime()
                .map(time -> time.minus(settings.settle()))
                .or(() -> pass.newest().map(newest -> newest.isAfter(started) ? started : newest))
                .orElse(Instant.EPOCH);
    }
}
