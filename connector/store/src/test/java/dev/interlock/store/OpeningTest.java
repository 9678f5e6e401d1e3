package dev.interlock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.stage.StoreUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a store is opened, and what is said when it cannot be. */
class OpeningTest {

    @TempDir
    Path folder;

    @Test
    void h2_writes_at_once_whatever_the_url_says() {
        assertThat(H2.at("jdbc:h2:file:./x;write_delay=500;CACHE_SIZE=10;WRITE_DELAY=1")
                        .url())
                .isEqualTo("jdbc:h2:file:./x;WRITE_DELAY=0;CACHE_SIZE=10;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void a_write_delay_that_sneaks_in_another_way_is_refused() {
        refuses("jdbc:h2:mem:sneaky;INIT=SET WRITE_DELAY 500", "sa", "WRITE_DELAY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:file:./x;AUTO_SERVER=TRUE",
                "jdbc:h2:file:./x;file_lock=no",
                "jdbc:mysql://localhost/x"
            })
    void a_database_that_others_could_write_to_is_no_store(String url) {
        assertThatThrownBy(() -> JdbcStagingStore.open(url, "sa", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_store_is_as_it_was_left_when_it_is_opened_again() {
        save("kept");
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            long entities = store.inTransaction(
                    stage -> (long) stage.dossiers(List.of(Sample.id("kept"))).size());
            assertThat(entities).isOne();
        }
    }

    @Test
    void a_thread_that_was_told_to_stop_still_records_and_stays_told() {
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            Thread.currentThread().interrupt();
            store.inTransaction(stage -> {
                stage.remember("last", "words");
                return true;
            });
            assertThat(Thread.interrupted()).isTrue();
            String last = store.inTransaction(stage -> stage.remembered("last").orElse(""));
            assertThat(last).isEqualTo("words");
        }
    }

    @Test
    void an_interrupt_in_the_middle_costs_one_transaction_not_the_store() {
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            assertThatThrownBy(() -> store.inTransaction(stage -> {
                        Thread.currentThread().interrupt();
                        stage.remember("last", "words".repeat(1_000_000));
                        return true;
                    }))
                    .isInstanceOf(StoreUnavailable.class);
            assertThat(Thread.interrupted()).isTrue();
            store.inTransaction(stage -> {
                stage.remember("last", "again");
                return true;
            });
            String last = store.inTransaction(stage -> stage.remembered("last").orElse(""));
            assertThat(last).isEqualTo("again");
        }
    }

    @Test
    void a_wrong_password_is_named_as_such() {
        save("a");
        assertThatThrownBy(() -> JdbcStagingStore.open(url(), "sa", "guess"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("refuses this user and password");
    }

    @Test
    void a_file_that_another_process_uses_is_named_as_such() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        url(),
                        "sa",
                        "secret",
                        "other")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = other.inputReader()) {
            assertThat(lines.readLine()).startsWith("saved");
            refuses(url(), "sa", "is in use by another Interlock; stop it or wait");
        } finally {
            other.destroyForcibly().onExit().join();
        }
    }

    @Test
    void a_file_that_the_same_process_has_open_is_refused_however_it_is_spelled_until_it_is_closed() {
        JdbcStagingStore first = JdbcStagingStore.open(url(), "sa", "secret");
        refuses(url(), "sa", "is in use by another Interlock; stop it or wait");
        refuses("jdbc:h2:" + folder.resolve("x/../store"), "sa", "is in use by another Interlock");
        assertThat(first.<Long>inTransaction(stage -> stage.countConflicts())).isZero();
        first.close();
        JdbcStagingStore.open(url(), "sa", "secret").close();
    }

    @Test
    void a_damaged_file_is_named_as_such() throws IOException {
        save("a");
        Files.write(
                folder.resolve("store.mv.db"),
                "this is not a database".repeat(1_000).getBytes());
        refuses(url(), "sa", "is damaged");
    }

    @ParameterizedTest(name = "{0} percent of it is left")
    @ValueSource(ints = {1, 20, 50, 80, 99})
    void a_file_that_was_cut_short_is_named_as_damaged_or_is_a_whole_earlier_state(int percent) throws IOException {
        save("a");
        Path file = folder.resolve("store.mv.db");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
        isDamagedOr(AuditVerdict.Intact.class);
    }

    @Test
    void a_file_of_which_nothing_is_left_is_not_taken_for_a_new_store() throws IOException {
        save("a");
        Files.write(folder.resolve("store.mv.db"), new byte[0]);
        refuses(url(), "sa", "is damaged");
    }

    @ParameterizedTest(name = "at {0} percent")
    @ValueSource(ints = {0, 3, 10, 25, 40, 55, 70, 85, 97})
    void a_file_with_bits_turned_over_is_named_as_damaged_or_can_be_read_and_its_audit_tells(int percent)
            throws IOException {
        save("a");
        Path file = folder.resolve("store.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 64; i++) {
            bytes[bytes.length * percent / 100 + i] ^= (byte) 0x55;
        }
        Files.write(file, bytes);
        isDamagedOr(AuditVerdict.class);
    }

    private void isDamagedOr(Class<? extends AuditVerdict> verdict) {
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            assertThat(store.verifyAudit()).isInstanceOf(verdict);
        } catch (StoreUnavailable refused) {
            assertThat(refused).hasMessageContaining("is damaged: put back a copy of it");
        }
    }

    @Test
    void a_store_of_a_newer_program_is_left_alone() throws SQLException {
        save("a");
        run("""
                insert into "interlock_schema" values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'sa', now(), 1, true)""");
        refuses(url(), "sa", "newer Interlock (its schema is 99)");
    }

    @Test
    void tables_of_somebody_else_are_left_alone() throws SQLException {
        run("create table theirs (id integer)");
        refuses(url(), "sa", "not Interlock's");
    }

    @Test
    void a_changed_audit_is_noticed() throws SQLException {
        save("a");
        run("update audit set is_after = 'forged' where number = 1");
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            assertThat(store.verifyAudit()).isEqualTo(new AuditVerdict.Broken(1, "row 1 is not what was written"));
        }
        run("delete from audit");
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            assertThat(store.verifyAudit()).isInstanceOf(AuditVerdict.Broken.class);
        }
    }

    @Test
    void two_processes_on_postgresql_share_a_store_and_their_transactions_follow_one_another() throws Exception {
        String schema = TestPostgres.freshSchema();
        try (JdbcStagingStore one = JdbcStagingStore.open(schema, TestPostgres.USER, TestPostgres.PASSWORD);
                JdbcStagingStore other = JdbcStagingStore.open(schema, TestPostgres.USER, TestPostgres.PASSWORD);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(one.isShared()).isTrue();
            List<Callable<Boolean>> counting = List.of(() -> countTo(50, one), () -> countTo(50, other));
            for (Future<Boolean> each : threads.invokeAll(counting)) {
                assertThat(each.get()).isTrue();
            }
            String count = one.inTransaction(stage -> stage.remembered("count").orElse(""));
            assertThat(count).isEqualTo("100");
            assertThat(other.verifyAudit()).isEqualTo(new AuditVerdict.Intact(100));
        }
    }

    /** Looks, adds one and writes, without a thought for the others. */
    private static boolean countTo(int more, JdbcStagingStore store) {
        for (int i = 0; i < more; i++) {
            store.inTransaction(stage -> {
                int count = stage.remembered("count").map(Integer::parseInt).orElse(0);
                stage.remember("count", String.valueOf(count + 1));
                stage.audit(List.of(BooksContract.audit("a", "counted")));
                return true;
            });
        }
        return true;
    }

    @Test
    void a_database_that_cannot_be_reached_is_named_without_its_password() {
        assertThatThrownBy(() -> JdbcStagingStore.open("jdbc:postgresql://localhost:1/x?password=hidden", "u", "p"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/x cannot be reached")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void a_database_that_does_not_exist_is_named_as_such() {
        String url = TestPostgres.url().replace("/postgres?", "/nowhere?");
        refuses(url, TestPostgres.USER, "does not exist");
    }

    private void refuses(String url, String user, String words) {
        assertThatThrownBy(() -> JdbcStagingStore.open(url, user, "secret"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(words);
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("store");
    }

    private void save(String entity) {
        try (JdbcStagingStore store = JdbcStagingStore.open(url(), "sa", "secret")) {
            store.inTransaction(stage -> {
                stage.save(List.of(Sample.partner(entity).staged()));
                stage.audit(List.of(BooksContract.audit(entity, "saved")));
                return true;
            });
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "secret");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
