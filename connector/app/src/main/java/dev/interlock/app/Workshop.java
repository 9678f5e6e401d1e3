package dev.interlock.app;

import dev.interlock.mapping.Configuration;
import dev.interlock.mapping.Settings;
import dev.interlock.mapping.SystemSettings;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Desk;
import dev.interlock.routes.Handover;
import dev.interlock.routes.Journey;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.routes.Shifts;
import dev.interlock.routes.Systems;
import dev.interlock.routes.Watch;
import dev.interlock.routes.Workplace;
import dev.interlock.routes.system.ConnectedSystem;
import dev.interlock.routes.system.Surroundings;
import dev.interlock.stage.StagingStore;
import dev.interlock.stage.StoreUnavailable;
import dev.interlock.store.JdbcStagingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store, Camel and the connected systems, put together from the configuration. */
final class Workshop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

    private final Configuration configuration;
    private final JdbcStagingStore store;
    private final StagingStore working;
    private final CamelContext camel;
    private final Optional<NodeOnDuty> node;
    private final Workplace workplace;

    private Workshop(
            Configuration configuration, JdbcStagingStore store, StagingStore working, Optional<NodeOnDuty> node) {
        this.configuration = configuration;
        this.store = store;
        this.working = working;
        this.node = node;
        this.camel = new DefaultCamelContext();
        this.workplace = wire();
    }

    /** Opens the store and connects the systems; no system is called. */
    static Workshop open(Configuration configuration) {
        return opened(configuration, (store, node) -> {
            node.ifPresent(each -> store.fence(each::held));
            return store;
        });
    }

    /**
     * The same, on a store that forgets everything when the workshop is closed. Nobody else works on anything meanwhile,
     * because what a rehearsal has touched cannot be touched by others before it is forgotten.
     */
    static Workshop rehearsal(Configuration configuration) {
        return opened(configuration, (store, node) -> {
            node.ifPresent(each -> each.beginAll(configuration.inOrder()));
            return store.rehearsal();
        });
    }

    private static Workshop opened(
            Configuration configuration, BiFunction<JdbcStagingStore, Optional<NodeOnDuty>, StagingStore> prepared) {
        JdbcStagingStore store = openStore(configuration);
        Optional<NodeOnDuty> node = Optional.empty();
        try {
            node = store.isShared()
                    ? Optional.of(NodeOnDuty.on(store, configuration.settings().store(), Workshop::pause))
                    : Optional.empty();
            StagingStore working = prepared.apply(store, node);
            try {
                return new Workshop(configuration, store, working, node);
            } catch (RuntimeException failed) {
                working.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            node.ifPresent(NodeOnDuty::close);
            store.close();
            throw failed;
        }
    }

    static JdbcStagingStore openStore(Configuration configuration) {
        Settings.StoreSettings at = configuration.settings().store();
        return JdbcStagingStore.open(at.url(), at.user(), at.password());
    }

    private Workplace wire() {
        Clock clock = Clock.systemUTC();
        Surroundings around = new Surroundings(camel, new StoreMemory(working), clock, this::spentToday);
        Map<SystemId, ConnectedSystem> systems = new HashMap<>();
        for (SystemSettings settings : configuration.settings().systems().values()) {
            ConnectedSystem system = Systems.connect(settings, around);
            node.ifPresent(each -> system.line().beforeEachCall(each::confirm));
            systems.put(settings.id(), system);
        }
        Map<RecordType, Desk> desks = new HashMap<>();
        configuration.records().forEach((type, mapping) -> desks.put(type, new Desk(mapping, configuration)));
        try {
            camel.addRoutes(new Journey(working, clock));
            camel.addRoutes(new Handover(working, clock));
            camel.start();
        } catch (Exception failed) {
            throw new IllegalStateException("Camel does not start", failed);
        }
        return new Workplace(
                configuration,
                working,
                systems,
                desks,
                camel.createProducerTemplate(),
                clock,
                Workshop::pause,
                node.map(NodeOnDuty::shifts).orElse(Shifts.ALONE));
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    long spentToday(SystemId system) {
        return working.inTransaction(stage -> stage.calls(system.name(), today()));
    }

    /** Adds the calls that were made to what the day's budget is counted by. */
    void bookCalls(Map<SystemId, Long> calls) {
        working.inTransaction(stage -> {
            calls.forEach((system, made) -> stage.addCalls(system.name(), today(), made));
            return calls;
        });
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    /** Makes a run whenever the schedule says so; one that is due while another goes on is left out. */
    void every(String cron, Consumer<Report> after) {
        Runner runner = new Runner(this);
        String schedule =
                "quartz:interlock/sync?stateful=true&cron=" + cron.strip().replace(' ', '+');
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(schedule).routeId("schedule").process(any -> run(runner, after));
                }
            });
        } catch (Exception failed) {
            throw new NotPossible(
                    Exit.CONFIGURATION, "the schedule '" + cron + "' is not understood: " + failed.getMessage());
        }
    }

    /** A run that the store stopped is told of; the next one comes when it is due. */
    private static void run(Runner runner, Consumer<Report> after) {
        try {
            after.accept(runner.run(Order.usual(), Watch.NOBODY));
        } catch (StoreUnavailable stopped) {
            LOG.error("the run stopped: {}", stopped.getMessage());
        }
    }

    /** How many record types this process works on now. */
    long leasesHeld() {
        return node.map(each -> each.held().size()).orElse(0);
    }

    Workplace workplace() {
        return workplace;
    }

    JdbcStagingStore store() {
        return store;
    }

    @Override
    public void close() {
        camel.stop();
        if (working != store) {
            working.close();
        }
        node.ifPresent(NodeOnDuty::close);
        store.close();
    }
}
