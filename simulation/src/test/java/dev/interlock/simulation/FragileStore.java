package dev.interlock.simulation;

import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import java.util.function.Function;

/** The real store, on a machine that may lose power before, in, and after every transaction. */
record FragileStore(StagingStore store, World world) implements StagingStore {
    @Override
    public <T> T inTransaction(Function<Stage, T> work) {
        world.calls().pass("before a transaction");
        T result = store.inTransaction(stage -> {
            T done = work.apply(stage);
            world.calls().mayStoreFail();
            world.calls().pass("before a commit");
            return done;
        });
        world.calls().pass("after a commit");
        return result;
    }

    @Override
    public StagingStore rehearsal() {
        return store.rehearsal();
    }

    @Override
    public void close() {}
}
