package dev.interlock.benchmark;

import dev.interlock.mapping.Place;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SystemSettings.Budget;
import dev.interlock.record.Observation;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.Arrivals;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Line;
import dev.interlock.routes.system.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A system whose records come out of a generator, page by page; it takes the time of each page, and takes no writes. */
final class CsvSystem implements ConnectedSystem, Arrivals {

    private static final int PAGE = 200;

    private final SystemId id;
    private final Line line;
    private final List<Long> pages = new ArrayList<>();
    private Iterator<Observation> next = List.<Observation>of().iterator();
    private long records;

    CsvSystem(SystemId id) {
        this.id = id;
        this.line = new Line(id, new Budget(1_000, 1_000_000_000, 1), Map.of(), 0);
    }

    /** What the next reading brings; what was measured so far is forgotten. */
    void brings(Iterator<Observation> arriving) {
        next = arriving;
        pages.clear();
        records = 0;
    }

    /** Nanoseconds of each page, from its arrival until it is staged. */
    List<Long> pages() {
        return pages;
    }

    long records() {
        return records;
    }

    static int perPage() {
        return PAGE;
    }

    @Override
    public Pass read(Order order, Consumer<List<Observation>> taker) {
        Instant started = Instant.now();
        while (next.hasNext()) {
            List<Observation> page = new ArrayList<>();
            while (page.size() < PAGE && next.hasNext()) {
                page.add(next.next());
            }
            long start = System.nanoTime();
            taker.accept(page);
            pages.add(System.nanoTime() - start);
            records += page.size();
        }
        return new Pass(Optional.of(started), Optional.empty(), records, 1);
    }

    @Override
    public int recordsPerPage(Place place) {
        return PAGE;
    }

    @Override
    public SystemId id() {
        return id;
    }

    @Override
    public Arrivals arrivals() {
        return this;
    }

    @Override
    public Outgoing handover() {
        throw new UnsupportedOperationException("nothing is written in a benchmark");
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public List<String> check(RecordMapping mapping) {
        return List.of();
    }
}
