package dev.interlock.routes;

import dev.interlock.stage.Stage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** One step of a page: from one form of it to the next. */
record PageStep<T>(Class<T> takes, BiFunction<T, Stage, ?> work) implements Processor {

    /** A step that asks or tells the staging store. */
    static <T> PageStep<T> step(Class<T> takes, BiFunction<T, Stage, ?> work) {
        return new PageStep<>(takes, work);
    }

    /** A step that only thinks. */
    static <T> PageStep<T> step(Class<T> takes, Function<T, ?> work) {
        return new PageStep<>(takes, (page, stage) -> work.apply(page));
    }

    @Override
    public void process(Exchange exchange) {
        T page = takes.cast(exchange.getMessage().getBody());
        exchange.getMessage().setBody(work.apply(page, OneTransaction.stageOf(exchange)));
    }
}
