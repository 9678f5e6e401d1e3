package dev.interlock.app;

import dev.interlock.routes.system.Memory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers as long as a command goes on. */
final class PassingMemory implements Memory {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    @Override
    public Optional<String> recall(String name) {
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public void remember(String name, String value) {
        known.put(name, value);
    }

    @Override
    public void forget(String name) {
        known.remove(name);
    }
}
