package dev.interlock.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The H2 files that this process has open: H2 locks a file against other processes, and lets its own in again. */
final class HeldFiles {

    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private HeldFiles() {}

    /**
     * Claims the file.
     *
     * @param place an H2 URL without options
     * @throws dev.interlock.stage.StoreUnavailable if a store of this process has it
     */
    static SoleUse claim(String place, Trouble trouble) {
        String file = file(place.substring("jdbc:h2:".length()));
        if (!HELD.add(file)) {
            throw trouble.inUse(new IllegalStateException("open in this process"));
        }
        return () -> HELD.remove(file);
    }

    /** One name for a file however it is spelled; {@code ~} is the user's home, as H2 has it. */
    private static String file(String name) {
        String plain = name.startsWith("file:") ? name.substring("file:".length()) : name;
        String home = plain.startsWith("~") ? System.getProperty("user.home") + plain.substring(1) : plain;
        return Path.of(home).toAbsolutePath().normalize().toString();
    }
}
