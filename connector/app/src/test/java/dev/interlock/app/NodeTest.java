package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.record.RecordType;
import dev.interlock.routes.Node;
import dev.interlock.routes.Shifts;
import dev.interlock.stage.StoreUnavailable;
import dev.interlock.store.JdbcStagingStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One process among those that share a store, with clocks that are set by hand. */
class NodeTest {

    private static final RecordType DEAL = new RecordType("deal");
    private static final Node.Terms TERMS = new Node.Terms(Duration.ofSeconds(60), Duration.ofSeconds(130));

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final JdbcStagingStore store = JdbcStagingStore.open(url, "sa", "");
    private final AtomicLong clock = new AtomicLong();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_process_that_renews_in_time_may_call_for_as_long_as_it_likes() {
        Node node = node("a", any -> {});
        try (Shifts.Shift shift = node.begin(DEAL)) {
            assertThat(shift.lateAnswers()).isEmpty();
            for (int i = 0; i < 10; i++) {
                clock.addAndGet(Duration.ofSeconds(20).toNanos());
                node.renew();
                assertThatCode(node::confirm).doesNotThrowAnyException();
            }
        }
        assertThat(store.leases().held()).isEmpty();
    }

    @Test
    void a_process_that_slept_calls_nothing_when_another_works_on_it_now() throws SQLException {
        Node sleeper = node("a", any -> {});
        Shifts.Shift slept = sleeper.begin(DEAL);
        gone(61);
        try (Shifts.Shift next = node("b", any -> {}).begin(DEAL)) {
            assertThat(next.lateAnswers())
                    .hasValueSatisfying(
                            left -> assertThat(left).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(129)));
            assertThatThrownBy(sleeper::confirm)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("lost its lease on deal");
            slept.close();
            assertThat(store.leases().held())
                    .extracting(held -> held.lease().holder())
                    .containsExactly("b");
        }
    }

    @Test
    void a_process_that_slept_goes_on_when_nobody_noticed() throws SQLException {
        Node sleeper = node("a", any -> {});
        try (Shifts.Shift shift = sleeper.begin(DEAL)) {
            gone(61);
            assertThatCode(sleeper::confirm).doesNotThrowAnyException();
            assertThat(sleeper.held()).extracting("name").containsExactly("deal");
        }
    }

    @Test
    void who_comes_second_waits_until_the_first_is_done() {
        Node first = node("a", any -> {});
        Shifts.Shift held = first.begin(DEAL);
        List<Duration> waited = new ArrayList<>();
        Node second = node("b", length -> {
            waited.add(length);
            held.close();
        });
        assertThat(second.beginIfFree(DEAL)).isEmpty();
        try (Shifts.Shift shift = second.begin(DEAL)) {
            assertThat(waited).hasSize(1);
            assertThat(shift.lateAnswers()).isEmpty();
        }
    }

    private Node node(String name, Consumer<Duration> pause) {
        return new Node(store.leases(), name, TERMS, pause, clock::get);
    }

    /** So many seconds go by, for everybody. */
    private void gone(int seconds) throws SQLException {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("update lease set until = until - interval '" + seconds + "' second where holder <> ''");
        }
    }
}
