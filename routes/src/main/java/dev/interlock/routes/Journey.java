package dev.interlock.routes;

import static dev.interlock.routes.PageStep.step;

import dev.interlock.stage.StagingStore;
import java.time.InstantSource;
import org.apache.camel.builder.RouteBuilder;

/** The way of one page of records: from the moment a system mentions them until a plan for them is staged. */
public final class Journey extends RouteBuilder {

    /** Where an {@link ArrivedPage} goes in. */
    public static final String ARRIVED = "direct:arrived";

    private final StagingStore store;
    private final InstantSource clock;

    public Journey(StagingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void configure() {
        // What goes wrong is told once, by whoever asked for the run.
        errorHandler(noErrorHandler());
        from(ARRIVED)
                .routeId("journey")
                .policy(new OneTransaction(store))
                .process(step(ArrivedPage.class, Translating::translate))
                .process(step(TranslatedPage.class, Recognising::recognise))
                .process(step(HeardPage.class, page -> Planning.plan(page, clock.instant())))
                .process(step(PlannedPage.class, Staging::stage));
    }
}
