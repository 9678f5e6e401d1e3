package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import java.util.Set;
import java.util.TreeSet;

/** Names that a person typed, held against the configuration. */
final class Names {

    private Names() {}

    static Set<RecordType> types(Set<String> names, Configuration configuration) {
        Set<RecordType> types = new TreeSet<>();
        for (String name : names) {
            RecordType type = new RecordType(name);
            if (!configuration.records().containsKey(type)) {
                throw new NotPossible(
                        Exit.CONFIGURATION,
                        "there is no record type '" + name + "'; there are "
                                + configuration.records().keySet());
            }
            types.add(type);
        }
        return types;
    }

    static Set<SystemId> systems(Set<String> names, Configuration configuration) {
        Set<SystemId> systems = new TreeSet<>();
        for (String name : names) {
            systems.add(system(name, configuration));
        }
        return systems;
    }

    static SystemId system(String name, Configuration configuration) {
        SystemId system = new SystemId(name);
        if (!configuration.settings().systems().containsKey(system)) {
            throw new NotPossible(
                    Exit.CONFIGURATION,
                    "there is no system '" + name + "'; there are "
                            + configuration.settings().systems().keySet());
        }
        return system;
    }
}
