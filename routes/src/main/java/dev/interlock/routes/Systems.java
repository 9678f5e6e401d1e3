package dev.interlock.routes;

import dev.interlock.mapping.SystemSettings;
import dev.interlock.mapping.Yaml;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Surroundings;
import dev.interlock.routes.system.hubspot.HubSpot;
import dev.interlock.routes.system.rest.Presets;
import dev.interlock.routes.system.rest.Rest;
import dev.interlock.routes.system.salesforce.Salesforce;
import java.util.Map;

/** The kinds of systems there are. A new kind is one folder under {@code system}, and one line here. */
public final class Systems {

    /** Makes a system of one kind. */
    private interface Maker {
        ConnectedSystem make(SystemSettings settings, Surroundings around);
    }

    private static final Map<String, Maker> KINDS = Map.of(
            "salesforce", Salesforce::new,
            "hubspot", HubSpot::new,
            "rest", (settings, around) -> new Rest(settings, described(settings), around));

    private Systems() {}

    /**
     * Connects a system. Nothing is called yet.
     *
     * @throws dev.interlock.routes.system.Misconfigured naming what is wrong with its connection
     */
    public static ConnectedSystem connect(SystemSettings settings, Surroundings around) {
        Maker maker = KINDS.get(settings.kind());
        if (maker == null) {
            throw new IllegalArgumentException("there is no kind of system '" + settings.kind() + "'");
        }
        return maker.make(settings, around);
    }

    private static Yaml.Mapping described(SystemSettings settings) {
        return settings.connection()
                .text("preset")
                .map(name -> Presets.named(name, settings))
                .orElse(settings.connection());
    }
}
