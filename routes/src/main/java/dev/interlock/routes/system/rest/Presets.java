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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The descriptions of REST services that come with the product. */
public final class Presets {

    private static final Set<String> KNOWN = Set.of("partnerstack", "microsoft-referrals", "impartner");

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
                    "there is no preset '" + name + "'; there are " + new TreeSet<>(KNOWN),
                    Optional.empty())));
        }
        List<ConfigProblem> problems = new ArrayList<>();
        Yaml.Mapping description = YamlFile.read(new SourceFile(name + ".yaml", content(name)), Map.of(), problems);
        if (!problems.isEmpty()) {
            throw new Misconfigured(problems);
        }
        return description;
    }

    /** Both mappings in one, as deep as they go; where both speak, the upper one counts. */
    static Yaml.Mapping laidOver(Yaml.Mapping below, Yaml.Mapping above) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        below.entries().forEach(entry -> entries.put(entry.name(), entry));
        for (Yaml.Entry entry : above.entries()) {
            Optional<Yaml> known = below.get(entry.name());
            boolean both =
                    known.isPresent() && known.get() instanceof Yaml.Mapping && entry.value() instanceof Yaml.Mapping;
            entries.put(
                    entry.name(),
                    both
                            ? new Yaml.Entry(
                                    entry.key(), laidOver((Yaml.Mapping) known.get(), (Yaml.Mapping) entry.value()))
                            : entry);
        }
        return new Yaml.Mapping(List.copyOf(entries.values()), above.at());
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
