package dev.interlock.routes.system;

import java.util.Optional;

/** What a system was told once and need not be asked again, such as how an object is described. Kept in the store. */
public interface Memory {

    Optional<String> recall(String name);

    void remember(String name, String value);

    void forget(String name);
}
