package dev.interlock.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The shipped configuration, copied for a test that may change it. */
final class Configured {

    private static final List<String> FILES =
            List.of("interlock.yaml", "records/deal.yaml", "records/lead.yaml", "records/partner.yaml");

    private Configured() {}

    /** The text of a shipped file. */
    static String text(String file) {
        try {
            return Files.readString(House.CONFIG.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A shipped file with one passage changed, which must be in it. */
    static String changed(String file, String passage, String instead) {
        String text = text(file);
        if (!text.contains(passage)) {
            throw new IllegalArgumentException(file + " has no '" + passage + "'");
        }
        return text.replace(passage, instead);
    }

    /**
     * Writes the configuration into a folder, files given by name in place of the shipped ones. Searches are let go as fast as
     * the sandbox answers them: the shipped pace would have each test wait for seconds.
     */
    static Path write(Path folder, Map<String, String> files) {
        try {
            Files.createDirectories(folder.resolve("records"));
            for (String file : FILES) {
                Files.writeString(folder.resolve(file), text(file));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            Path main = folder.resolve("interlock.yaml");
            String token = "token: ${HUBSPOT_TOKEN}";
            String text = Files.readString(main)
                    .replace(token, token + "\n      searchesPerSecond: \"50\"\n      associationsPerSecond: \"50\"");
            Files.writeString(main, text);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
