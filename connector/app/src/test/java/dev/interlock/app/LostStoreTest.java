package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store is gone in the middle of a run: the run stops with one clear message, and the next loses and doubles nothing. */
class LostStoreTest {

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void make_room() {
        FullDisk.makeRoom();
    }

    @ParameterizedTest(name = "after {0} bytes")
    @ValueSource(longs = {0, 150_000, 450_000})
    void a_full_disk_stops_the_run_and_no_system_is_called_after_it(long room) {
        String place = FullDisk.place(folder.resolve("staging"));
        Map<String, String> at = Map.of("INTERLOCK_STORE_URL", place);
        try (House house = House.in(folder, Map.of(), at)) {
            house.loadSamples();
            house.stop();
            AtomicLong callsWhenFull = new AtomicLong(-1);
            FullDisk.leave(room, () -> callsWhenFull.set(house.calls()));

            Terminal.Printed said = command(house, "sync");

            assertThat(said.err())
                    .isEqualToIgnoringNewLines("The disk of the store " + place
                            + " is full: make room and start again; nothing acknowledged is lost.");
            assertThat(said.exit()).isEqualTo(Exit.STORE.code());
            assertThat(callsWhenFull).hasValue(house.calls());
            FullDisk.makeRoom();
            house.restart();
            finishes(house);
        }
    }

    @Test
    void postgresql_that_is_full_when_a_write_is_about_to_be_sent_keeps_it_from_being_sent() throws Exception {
        try (House house = House.in(folder, Map.of(), Place.POSTGRESQL.environment())) {
            house.loadSamples();
            run(house, """
                    create function no_room() returns trigger language plpgsql as
                    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$""");
            run(house, """
                    create trigger no_room before update on intent for each row
                    when (new.status = 'SENT') execute function no_room()""");

            Terminal.Printed said = command(house, "sync");

            assertThat(said.err())
                    .contains("The disk of the store jdbc:postgresql:")
                    .contains("is full: make room");
            assertThat(said.exit()).isEqualTo(Exit.STORE.code());
            assertThat(house.count("salesforce", "Account")).isZero();
            assertThat(house.count("hubspot", "companies")).isZero();
            run(house, "drop trigger no_room on intent");
            finishes(house);
        }
    }

    @Test
    void postgresql_that_is_cut_off_after_a_write_was_marked_as_sent_doubles_nothing() throws Exception {
        Map<String, String> direct = Place.POSTGRESQL.environment();
        String url = direct.getOrDefault("INTERLOCK_STORE_URL", "");
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        String quick = Configured.changed("interlock.yaml", "store:\n", "store:\n  lease: 2s\n  lateAnswer: 1s\n");
        try (Cable cable = Cable.to(port);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Map<String, String> through = new LinkedHashMap<>(direct);
            through.put("INTERLOCK_STORE_URL", url.replace(":" + port + "/", ":" + cable.port() + "/"));
            try (House house = House.in(folder, Map.of("interlock.yaml", quick), through)) {
                house.loadSamples();
                house.stop();
                Future<Terminal.Printed> sync = threads.submit(() -> command(house, "sync"));
                awaitSent(url);
                cable.cut();

                Terminal.Printed said = sync.get();

                assertThat(said.err()).contains("The store jdbc:postgresql:").contains("cannot be reached");
                assertThat(said.exit()).isEqualTo(Exit.STORE.code());
                cable.mend();
                house.restart();
                finishes(house);
            }
        }
    }

    private static void awaitSent(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            boolean sent = false;
            while (!sent) {
                try (ResultSet row = statement.executeQuery("select count(*) from intent where status = 'SENT'")) {
                    sent = row.next() && row.getLong(1) > 0;
                }
            }
        }
    }

    private static Terminal.Printed command(House house, String command) {
        return Terminal.of(house).run(command);
    }

    private static void run(House house, String sql) throws SQLException {
        String url = house.environment().getOrDefault("INTERLOCK_STORE_URL", "");
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void finishes(House house) {
        assertThat(house.sync().converged()).isTrue();
        Samples.areInStep(house);
    }
}
