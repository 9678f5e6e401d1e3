package dev.interlock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.stage.Lease;
import dev.interlock.stage.Leases;
import dev.interlock.stage.Leases.Answer;
import dev.interlock.stage.StoreUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who works on what, where several processes share a store: the same on both databases. */
class LeaseTest {

    private static final Duration TERM = Duration.ofMinutes(1);

    /** Where the store is. */
    enum At {
        H2("sa", "") {
            @Override
            String fresh() {
                return "jdbc:h2:mem:" + UUID.randomUUID();
            }
        },
        POSTGRESQL(TestPostgres.USER, TestPostgres.PASSWORD) {
            @Override
            String fresh() {
                return TestPostgres.freshSchema();
            }
        };

        private final String user;
        private final String password;

        At(String user, String password) {
            this.user = user;
            this.password = password;
        }

        abstract String fresh();

        JdbcStagingStore open(String url) {
            return JdbcStagingStore.open(url, user, password);
        }

        /** As if a minute and a half had gone by without a word from anybody. */
        void laterOn(String url) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute("update lease set until = until - interval '90' second where holder <> ''");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_is_one_holder_s_until_it_is_given_back(At at) {
        try (JdbcStagingStore store = at.open(at.fresh())) {
            Leases leases = store.leases();
            Lease first = taken(leases, "deal", "a");
            assertThat(leases.take("deal", "b", TERM)).isInstanceOfSatisfying(Answer.Busy.class, busy -> {
                assertThat(busy.holder()).isEqualTo("a");
                assertThat(busy.left()).isBetween(Duration.ofSeconds(50), TERM);
            });
            assertThat(taken(leases, "deal", "a")).isEqualTo(first);
            assertThat(taken(leases, "lead", "b").holder()).isEqualTo("b");
            assertThat(leases.held()).extracting(held -> held.lease().name()).containsExactly("deal", "lead");

            leases.release(first);
            Answer second = leases.take("deal", "b", TERM);

            assertThat(second).isInstanceOfSatisfying(Answer.Taken.class, lease -> {
                assertThat(lease.lease().generation()).isEqualTo(first.generation() + 1);
                assertThat(lease.abandoned()).isEmpty();
            });
            leases.release(first);
            assertThat(leases.take("deal", "c", TERM)).isInstanceOf(Answer.Busy.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_that_ran_out_goes_to_whoever_asks_and_its_old_holder_commits_nothing_any_more(At at) throws Exception {
        String url = at.fresh();
        try (JdbcStagingStore old = at.open(url);
                JdbcStagingStore other = at.open(url)) {
            Lease lost = taken(old.leases(), "deal", "old");
            old.fence(() -> Set.of(lost));
            old.inTransaction(stage -> remember(stage, "before"));
            at.laterOn(url);

            assertThat(other.leases().take("deal", "new", TERM))
                    .isInstanceOfSatisfying(
                            Answer.Taken.class,
                            lease -> assertThat(lease.abandoned())
                                    .hasValueSatisfying(ago ->
                                            assertThat(ago).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(31))));

            assertThat(old.leases().renew(lost, TERM)).isFalse();
            assertThatThrownBy(() -> old.inTransaction(stage -> remember(stage, "after")))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("lost its lease on deal");
            String said = other.inTransaction(stage -> stage.remembered("said").orElse(""));
            assertThat(said).isEqualTo("before");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_holder_that_was_asleep_goes_on_if_nobody_took_its_lease(At at) throws Exception {
        String url = at.fresh();
        try (JdbcStagingStore store = at.open(url)) {
            Lease lease = taken(store.leases(), "deal", "a");
            at.laterOn(url);
            assertThat(store.leases().held()).isEmpty();
            assertThat(store.leases().renew(lease, TERM)).isTrue();
            assertThat(store.leases().take("deal", "b", TERM)).isInstanceOf(Answer.Busy.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_many_that_ask_at_once_one_gets_it(At at) throws Exception {
        try (JdbcStagingStore store = at.open(at.fresh());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (String name : List.of("partner", "lead", "deal")) {
                List<Callable<Answer>> asking = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String holder = "process " + i;
                    asking.add(() -> store.leases().take(name, holder, TERM));
                }
                List<Answer> answers = new ArrayList<>();
                for (Future<Answer> each : threads.invokeAll(asking)) {
                    answers.add(each.get());
                }
                assertThat(answers).filteredOn(Answer.Taken.class::isInstance).hasSize(1);
            }
        }
    }

    private static boolean remember(dev.interlock.stage.Stage stage, String what) {
        stage.remember("said", what);
        return true;
    }

    private static Lease taken(Leases leases, String name, String holder) {
        assertThat(leases.take(name, holder, TERM)).isInstanceOf(Answer.Taken.class);
        return leases.held().stream()
                .map(Leases.Held::lease)
                .filter(lease -> lease.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
