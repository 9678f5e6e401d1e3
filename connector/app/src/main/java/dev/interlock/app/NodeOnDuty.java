package dev.interlock.app;

import dev.interlock.mapping.Settings;
import dev.interlock.record.RecordType;
import dev.interlock.routes.Node;
import dev.interlock.routes.Shifts;
import dev.interlock.stage.Lease;
import dev.interlock.stage.StoreUnavailable;
import dev.interlock.store.JdbcStagingStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process on a store that it shares, with the thread that renews its leases. */
final class NodeOnDuty implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeOnDuty.class);

    private final Node node;
    private final ScheduledExecutorService clockwork;
    private final List<Shifts.Shift> all = new ArrayList<>();

    private NodeOnDuty(Node node, Duration term) {
        this.node = node;
        this.clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("interlock-leases").daemon().factory());
        long third = term.toMillis() / 3;
        clockwork.scheduleAtFixedRate(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    static NodeOnDuty on(JdbcStagingStore store, Settings.StoreSettings settings, Consumer<Duration> pause) {
        Node.Terms terms = new Node.Terms(settings.lease(), settings.lateAnswer());
        return new NodeOnDuty(new Node(store.leases(), name(), terms, pause, System::nanoTime), settings.lease());
    }

    /** Host and process number; in containers both come again, so something random follows. */
    private static String name() {
        String random = UUID.randomUUID().toString().substring(0, 4);
        return host() + ":" + ProcessHandle.current().pid() + "#" + random;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "unnamed";
        }
    }

    /** What cannot be renewed now may be the next time; until then the end of the lease stands. */
    private void renew() {
        try {
            node.renew();
        } catch (StoreUnavailable away) {
            LOG.warn("the leases were not renewed: {}", away.getMessage());
        }
    }

    Shifts shifts() {
        return node;
    }

    Set<Lease> held() {
        return node.held();
    }

    void confirm() {
        node.confirm();
    }

    /** Works on all of these types until it is closed, once nobody else does. */
    void beginAll(List<RecordType> types) {
        types.forEach(type -> all.add(node.begin(type)));
    }

    /** Gives back what it holds. */
    @Override
    public void close() {
        clockwork.shutdownNow();
        all.forEach(Shifts.Shift::close);
    }
}
