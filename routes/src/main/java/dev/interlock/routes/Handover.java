package dev.interlock.routes;

import dev.interlock.stage.StagingStore;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/**
 * The way of one page of writes: claimed and committed as sent, delivered behind the system's line, settled in one
 * transaction. Claiming commits before the call is made, so a process that dies leaves a trace of what it was doing.
 */
public final class Handover extends RouteBuilder {

    /** Where an {@link Errands} goes in; it comes back with how much was done. */
    public static final String DUE = "direct:due";

    private final StagingStore store;
    private final InstantSource clock;
    private final Supplier<ExecutorService> hands;

    /** A handover that makes the calls of a page at once, as many as the system's line lets through. */
    public Handover(StagingStore store, InstantSource clock) {
        this(store, clock, Executors::newVirtualThreadPerTaskExecutor);
    }

    /**
     * @param hands who makes the calls of one page; it is closed after each page
     */
    public Handover(StagingStore store, InstantSource clock, Supplier<ExecutorService> hands) {
        this.store = store;
        this.clock = clock;
        this.hands = hands;
    }

    @Override
    public void configure() {
        Claiming claiming = new Claiming(store, clock);
        Checking checking = new Checking(store, getContext().createProducerTemplate());
        Settling settling = new Settling(store, clock);
        errorHandler(noErrorHandler());
        from(DUE)
                .routeId("handover")
                .transform()
                .body(Errands.class, claiming::claim)
                .transform()
                .body(Parcels.class, checking::check)
                .transform()
                .body(Parcels.class, claiming::markSent)
                .transform()
                .body(Parcels.class, parcels -> parcels.deliver(hands))
                .transform()
                .body(Delivered.class, settling::settle);
    }
}
