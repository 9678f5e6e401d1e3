package dev.interlock.routes.system.rest;

import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.SourceFile;
import dev.interlock.mapping.Spot;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.mapping.Yaml;
import dev.interlock.mapping.YamlFile;
import dev.interlock.routes.system.Misconfigured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The descriptions of REST services that come with the product. */
public final class Presets {

    private static final Set<String> KNOWN = Set.of("partnerstack");

    private Presets() {}

    /**
     * A description by name.
     *
     * @throws Misconfigured if there is none of that name
     */
    public static Yaml.Mapping named(String name, SystemSettings settings) {
        if (!KNOWN.contains(name)) {
            Spot at = settings.connection().at();
            throw new Misconfigured(List.of(new ConfigProblem(
                    at.file(),
                    at.line(),
                    at.column(),
                    "there is no preset '" + name + "'; there are " + KNOWN,
                    Optional.empty())));
        }
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping description = YamlFile.read(new SourceFile(name + ".yaml", content(name)), Map.of(), problems);
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        return description;
    }

    private static byte[] content(String name) {
        try (InputStream in =
                Presets.class.getResourceAsStream("/dev/interlock/routes/system/rest/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("preset " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
