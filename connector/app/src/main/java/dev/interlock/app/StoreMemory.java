package dev.interlock.app;

import dev.interlock.routes.system.Memory;
import dev.interlock.stage.StagingStore;
import java.util.Optional;

/** Remembers in the staging store. What was forgotten is remembered as blank. */
record StoreMemory(StagingStore store) implements Memory {

    @Override
    public Optional<String> recall(String name) {
        return store.inTransaction(stage -> stage.remembered(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public void remember(String name, String value) {
        store.inTransaction(stage -> {
            stage.remember(name, value);
            return name;
        });
    }

    @Override
    public void forget(String name) {
        remember(name, "");
    }
}
