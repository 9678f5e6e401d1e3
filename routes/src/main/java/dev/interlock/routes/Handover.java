package dev.interlock.routes;

import dev.interlock.stage.StagingStore;
import java.time.InstantSource;
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

    public Handover(StagingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void configure() {
        Claiming claiming = new Claiming(store, clock);
        Checking checking = new Checking(store, getContext().createProducerTemplate());
        Settling settling = new Settling(store, clock);
        from(DUE)
                .routeId("handover")
                .transform()
                .body(Errands.class, claiming::claim)
                .transform()
                .body(Parcels.class, checking::check)
                .transform()
                .body(Parcels.class, claiming::markSent)
                .transform()
                .body(Parcels.class, Parcels::deliver)
                .transform()
                .body(Delivered.class, settling::settle);
    }
}
