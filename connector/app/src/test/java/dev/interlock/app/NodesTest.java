package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.routes.Watch;
import dev.interlock.stage.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL store share the work: nothing is made twice, and nothing is lost when one of them goes. */
class NodesTest {

    private static final Map<String, String> QUICK = Map.of(
            "interlock.yaml",
            Configured.changed("interlock.yaml", "store:\n", "store:\n  lease: 2s\n  lateAnswer: 1s\n"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void two_nodes_that_begin_at_once_make_everything_once() throws Exception {
        try (House house = shared(Map.of());
                Workshop other = neighbour(house);
                ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            house.loadSamples();

            Future<Report> one = nodes.submit(() -> house.sync());
            Future<Report> two = nodes.submit(() -> sync(other, Watch.NOBODY));

            assertThat(one.get().troubles()).isEmpty();
            assertThat(two.get().troubles()).isEmpty();
            assertThat(one.get().written() + two.get().written()).isPositive();
            Samples.areInStep(house);
            assertThat(other.store().leases().held()).isEmpty();
        }
    }

    @Test
    void a_node_that_slept_through_its_lease_sends_nothing_of_what_another_took_over() throws Exception {
        try (House house = shared(Map.of());
                Workshop sleeper = neighbour(house);
                ExecutorService nodes = Executors.newSingleThreadExecutor()) {
            house.loadSamples();
            Sleep sleep = new Sleep();
            Future<Report> asleep = nodes.submit(() -> sync(sleeper, sleep));
            sleep.awaitBegin();
            assertThat(status(house))
                    .containsPattern("working +\\S+:" + ProcessHandle.current().pid() + "#\\w+ on partner");

            leasesRunOut(house);
            Report report = house.sync();
            long calls = house.calls();
            sleep.wakeUp();

            assertThat(report.converged()).isTrue();
            assertThatThrownBy(asleep::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("lost its lease on");
            assertThat(house.calls()).isEqualTo(calls);
            Samples.areInStep(house);
        }
    }

    @Test
    void what_a_killed_node_was_doing_the_other_finishes_without_a_restart() throws Exception {
        try (House house = shared(QUICK)) {
            house.loadSamples();
            Program program = Program.start(house, "sync");
            while (house.calls() < 15) {
                assertThat(program.endsWithin(Duration.ofMillis(2)))
                        .as(program.said())
                        .isFalse();
            }
            assertThat(program.kill()).isTrue();

            Report report = house.sync();

            assertThat(report.converged()).isTrue();
            Samples.areInStep(house);
        }
    }

    private House shared(Map<String, String> files) {
        return House.in(folder, files, Place.POSTGRESQL.environment());
    }

    private static Workshop neighbour(House house) {
        return Workshop.open(ConfigFiles.read(house.folder().resolve("config"), house.environment()));
    }

    private static String status(House house) {
        return Terminal.of(house).run("status").out();
    }

    private static Report sync(Workshop workshop, Watch watch) {
        return new Runner(workshop).run(Order.usual(), watch);
    }

    /** As if everybody had been silent for an hour. */
    private static void leasesRunOut(House house) throws SQLException {
        Map<String, String> at = house.environment();
        try (Connection connection = DriverManager.getConnection(
                        at.getOrDefault("INTERLOCK_STORE_URL", ""), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("update lease set until = until - interval '1' hour where holder <> ''");
        }
    }

    /** Stops a run when it has planned everything and is about to write. */
    private static final class Sleep implements Watch {

        private final CountDownLatch asleep = new CountDownLatch(1);
        private final CountDownLatch awake = new CountDownLatch(1);

        @Override
        public LongConsumer begin(String what, SystemId system, RecordType type) {
            if (what.equals("writing")) {
                asleep.countDown();
                await(awake);
            }
            return records -> {};
        }

        void awaitBegin() {
            await(asleep);
        }

        void wakeUp() {
            awake.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
