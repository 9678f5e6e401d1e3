package dev.interlock.store;

import java.io.IOException;
import java.nio.file.Files;
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
     * @throws dev.interlock.stage.StoreUnavailable if a store of this process has it, or if nothing is left of it
     */
    static SoleUse claim(String place, Trouble trouble) {
        String file = file(place.substring("jdbc:h2:".length()));
        refuseEmptied(file, trouble);
        if (!HELD.add(file)) {
            throw trouble.inUse(new IllegalStateException("open in this process"));
        }
        return () -> HELD.remove(file);
    }

    /** H2 takes a file without a byte for a new database; a store that begins anew would not know what it linked. */
    private static void refuseEmptied(String file, Trouble trouble) {
        try {
            Path database = Path.of(file + ".mv.db");
            if (Files.exists(database) && Files.size(database) == 0) {
                throw trouble.damaged(new IllegalStateException(database + " is empty"));
            }
        } catch (IOException unreadable) {
            throw trouble.of(unreadable);
        }
    }

    /** One name for a file however it is spelled; {@code ~} is the user's home, as H2 has it. */
    private static String file(String name) {
        String plain = name.startsWith("file:") ? name.substring("file:".length()) : name;
        String home = plain.startsWith("~") ? System.getProperty("user.home") + plain.substring(1) : plain;
        return Path.of(home).toAbsolutePath().normalize().toString();
    }
}
