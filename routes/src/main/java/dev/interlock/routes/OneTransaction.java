package dev.interlock.routes;

import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/** All steps that follow in the route happen in one transaction of the staging store. */
final class OneTransaction implements Policy {

    private static final String STAGE = "interlock.stage";

    private final StagingStore store;

    OneTransaction(StagingStore store) {
        this.store = store;
    }

    static Stage stageOf(Exchange exchange) {
        return exchange.getProperty(STAGE, Stage.class);
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {}

    @Override
    public Processor wrap(Route route, Processor steps) {
        return exchange -> store.inTransaction(stage -> run(exchange, steps, stage));
    }

    /** A step that fails must roll back, so its exception leaves the transaction. */
    private static Exchange run(Exchange exchange, Processor steps, Stage stage) {
        exchange.setProperty(STAGE, stage);
        try {
            steps.process(exchange);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            exchange.removeProperty(STAGE);
        }
        Exception failed = exchange.getException();
        if (failed instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return exchange;
    }
}
