package dev.interlock.app;

import dev.interlock.mapping.ConfigReader;
import dev.interlock.mapping.ConfigReading;
import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The configuration on disk: {@code interlock.yaml} and {@code records/*.yaml} in one folder. */
final class ConfigFiles {

    private ConfigFiles() {}

    /**
     * Reads the folder.
     *
     * @throws BadConfiguration with every problem of every file
     */
    static Configuration read(Path folder, Map<String, String> environment) {
        return switch (ConfigReader.read(sources(folder), environment)) {
            case ConfigReading.Good good -> good.configuration();
            case ConfigReading.Bad bad -> throw new BadConfiguration(bad.problems());
        };
    }

    private static List<SourceFile> sources(Path folder) {
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("interlock.yaml"));
        Path records = folder.resolve("records");
        try {
            if (Files.isDirectory(records)) {
                try (Stream<Path> listed = Files.list(records)) {
                    listed.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .forEach(files::add);
                }
            }
            List<SourceFile> sources = new ArrayList<>();
            for (Path file : files) {
                sources.add(new SourceFile(file.toString(), bounded(file)));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    "cannot read " + unreadable.getMessage() + "; say where the configuration is with --config FOLDER");
        }
    }

    /** No more of a file than is needed to see that it is too large. */
    private static byte[] bounded(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(1024 * 1024);
        }
    }
}
