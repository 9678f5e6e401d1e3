package dev.interlock.routes;

import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.RecordMapping;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.stage.StagingStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;

/**
 * Everything a run works with.
 *
 * @param desks by record type
 * @param camel where {@link Journey} and {@link Handover} run
 * @param pause waits for as long as it is told
 * @param shifts who else works on the same store
 */
public record Workplace(
        Configuration configuration,
        StagingStore store,
        Map<SystemId, ConnectedSystem> systems,
        Map<RecordType, Desk> desks,
        ProducerTemplate camel,
        InstantSource clock,
        Consumer<Duration> pause,
        Shifts shifts) {

    public Workplace {
        systems = Map.copyOf(systems);
        desks = Map.copyOf(desks);
    }

    /** A place on a store that no other process shares. */
    public Workplace(
            Configuration configuration,
            StagingStore store,
            Map<SystemId, ConnectedSystem> systems,
            Map<RecordType, Desk> desks,
            ProducerTemplate camel,
            InstantSource clock,
            Consumer<Duration> pause) {
        this(configuration, store, systems, desks, camel, clock, pause, Shifts.ALONE);
    }

    public ConnectedSystem system(SystemId id) {
        ConnectedSystem system = systems.get(id);
        if (system == null) {
            throw new IllegalStateException("system " + id + " is not connected");
        }
        return system;
    }

    public Desk desk(RecordType type) {
        Desk desk = desks.get(type);
        if (desk == null) {
            throw new IllegalStateException("record type " + type + " is not configured");
        }
        return desk;
    }

    public SystemSettings settings(SystemId id) {
        SystemSettings settings = configuration.settings().systems().get(id);
        if (settings == null) {
            throw new IllegalStateException("system " + id + " is not configured");
        }
        return settings;
    }

    public RecordMapping mapping(RecordType type) {
        return desk(type).mapping();
    }
}
