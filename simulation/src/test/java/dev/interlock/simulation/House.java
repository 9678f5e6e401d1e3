package dev.interlock.simulation;

import dev.interlock.routes.Handover;
import dev.interlock.routes.Journey;
import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import dev.interlock.store.JdbcStagingStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What is dear to build and holds no state of a run: one store in memory with its tables, and the routes. One world after the
 * other lives in it; it is emptied in between.
 */
final class House implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final JdbcStagingStore store;
    private final Connection connection;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate producer;
    private final Current current = new Current();
    private InstantSource clock = () -> Instant.EPOCH;

    House() throws Exception {
        String url = "jdbc:h2:mem:simulation-" + COUNT.incrementAndGet();
        store = JdbcStagingStore.open(url + ";QUERY_CACHE_SIZE=256", "sa", "", () -> clock.instant());
        connection = DriverManager.getConnection(url, "sa", "");
        camel.addRoutes(new Journey(current, () -> clock.instant()));
        camel.addRoutes(new Handover(current, () -> clock.instant(), OneHand::new));
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
        producer = camel.createProducerTemplate();
    }

    /** Empties the house for another world. */
    Ledgers begin(InstantSource time) {
        clock = time;
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                statement.execute("delete from " + table);
            }
            statement.execute("insert into audit_head (id, number, hash) values (1, 0, '')");
            statement.execute("alter table intent alter column number restart with 1");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return new Ledgers(store, connection);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_name <> 'interlock_schema'")) {
            while (rows.next()) {
                tables.add('"' + rows.getString(1) + '"');
            }
        }
        return tables;
    }

    JdbcStagingStore store() {
        return store;
    }

    /** Makes the routes work on this store, as a process that was just started would. */
    ProducerTemplate routesOn(StagingStore working) {
        current.store = working;
        return producer;
    }

    @Override
    public void close() throws Exception {
        camel.stop();
        connection.close();
        store.close();
    }

    /** The store of the process that runs at present. */
    private static final class Current implements StagingStore {
        private @org.jspecify.annotations.Nullable StagingStore store;

        @Override
        public <T> T inTransaction(Function<Stage, T> work) {
            return java.util.Objects.requireNonNull(store).inTransaction(work);
        }

        @Override
        public StagingStore rehearsal() {
            return java.util.Objects.requireNonNull(store).rehearsal();
        }

        @Override
        public void close() {}
    }

    /** Makes one call after the other, so that the order is always the same. */
    private static final class OneHand extends AbstractExecutorService implements ExecutorService {
        private boolean closed;

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
            closed = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            closed = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return closed;
        }

        @Override
        public boolean isTerminated() {
            return closed;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
