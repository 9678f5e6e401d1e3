package dev.interlock.routes.system;

import dev.interlock.mapping.ConfigProblem;
import dev.interlock.mapping.Spot;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.mapping.Yaml;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The {@code connection:} part of a system's settings, read key by key. */
public final class Connection {

    private final SystemSettings settings;

    public Connection(SystemSettings settings) {
        this.settings = settings;
    }

    public String text(String key, String otherwise) {
        return settings.connection().text(key).filter(text -> !text.isBlank()).orElse(otherwise);
    }

    /** A value without which there is no connection. */
    public String required(String key) {
        return settings.connection()
                .text(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> problem(settings.connection().at(), "connection." + key + " is missing"));
    }

    /** A secret; it comes from the environment and is never shown. */
    public String secret(String key) {
        return required(key);
    }

    /** A URL without a slash at its end. */
    public String url(String key, String otherwise) {
        String text = text(key, otherwise).replaceAll("/+$", "");
        Spot at = settings.connection()
                .get(key)
                .map(Yaml::at)
                .orElse(settings.connection().at());
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null || !List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                throw problem(at, "connection." + key + " is not a web address");
            }
        } catch (IllegalArgumentException broken) {
            throw problem(at, "connection." + key + " is not a web address");
        }
        return text;
    }

    public Yaml.Mapping yaml() {
        return settings.connection();
    }

    private Misconfigured problem(Spot at, String what) {
        return new Misconfigured(List.of(new ConfigProblem(
                at.file(), at.line(), at.column(), "system " + settings.id() + ": " + what, Optional.empty())));
    }
}
