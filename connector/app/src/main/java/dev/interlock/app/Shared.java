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

    private Map<String, String> environment = System.getenv();

    /** Where the variables of the configuration come from, if not from the process. */
    void takeFrom(Map<String, String> variables) {
        environment = variables;
    }

    Configuration configuration() {
        return ConfigFiles.read(config, Map.copyOf(environment));
    }
}
