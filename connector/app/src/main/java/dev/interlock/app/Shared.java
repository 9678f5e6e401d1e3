package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that most commands share. */
final class Shared {

    @Option(
            names = "--config",
            paramLabel = "FOLDER",
            defaultValue = "config",
            description = "Where interlock.yaml and records/ are (default: ${DEFAULT-VALUE}).")
    Path config = Path.of("config");

    @Option(names = "--json", description = "Print JSON, with a schema that is versioned.")
    boolean json;

    Configuration configuration() {
        return ConfigFiles.read(config, Map.copyOf(System.getenv()));
    }
}
