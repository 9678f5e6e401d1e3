package dev.interlock.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.stage.Lease;
import dev.interlock.stage.Leases;
import dev.interlock.stage.Stage;
import dev.interlock.stage.StagingStore;
import dev.interlock.stage.StoreUnavailable;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The staging store in a relational database: H2 in a file or in memory, or PostgreSQL.
 *
 * <p>It may be used by any number of threads; their transactions follow one another. A transaction must not begin inside
 * another.
 */
public final class JdbcStagingStore implements StagingStore {

    private static final int CONNECTIONS = 3;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Lane lane;
    private final InstantSource clock;
    private final Trouble trouble;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile String run;
    private volatile Supplier<Set<Lease>> fence = Set::of;

    private JdbcStagingStore(Lane lane, InstantSource clock, Trouble trouble, String run) {
        this.lane = lane;
        this.clock = clock;
        this.trouble = trouble;
        this.run = run;
    }

    /**
     * Opens the store, with the system's clock.
     *
     * @see #open(String, String, String, InstantSource)
     */
    public static JdbcStagingStore open(String url, String user, String password) {
        return open(url, user, password, InstantSource.system());
    }

    /**
     * Opens the store at a JDBC URL and brings its tables up to date.
     *
     * @param url {@code jdbc:h2:file:...}, {@code jdbc:h2:mem:...} or {@code jdbc:postgresql:...}; whatever an H2 URL says,
     *     {@code WRITE_DELAY} is 0
     * @param clock stamps the audit rows and the intents of what is planned
     * @throws StoreUnavailable if it is in use, damaged, newer than this program, unreachable, or refuses the login
     * @throws IllegalArgumentException if the URL is of another kind, or lets other processes in
     */
    public static JdbcStagingStore open(String url, String user, String password, InstantSource clock) {
        Database database = Database.of(url);
        Trouble trouble = new Trouble(database.place());
        SoleUse soleUse = database.claim(trouble);
        try {
            HikariDataSource pool = pool(database, user, password);
            try {
                try (SoleUse migrating = database.migrating(user, password, trouble)) {
                    Schema.migrate(pool, database, trouble);
                }
                CommittingLane lane = new CommittingLane(pool, database, soleUse, trouble);
                lane.prepare();
                return new JdbcStagingStore(lane, clock, trouble, "");
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (RuntimeException e) {
            soleUse.close();
            throw trouble.of(e);
        }
    }

    private static HikariDataSource pool(Database database, String user, String password) {
        HikariConfig config = new HikariConfig();
        database.configure(config);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("interlock-store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    /** Whether other processes may work on the same store: then what is worked on must be leased. */
    public boolean isShared() {
        return committing().isShared();
    }

    /** Who works on what. May be asked while a transaction is going on. */
    public Leases leases() {
        return committing().leases();
    }

    /**
     * From now on a transaction commits only if the process still holds every lease that it believes to hold.
     *
     * @param held what it believes to hold, asked at the beginning of each transaction
     */
    public void fence(Supplier<Set<Lease>> held) {
        fence = held;
    }

    private CommittingLane committing() {
        if (lane instanceof CommittingLane committing) {
            return committing;
        }
        throw new IllegalStateException("a rehearsal shares nothing");
    }

    /** Names the run that everything planned from now on belongs to, in the audit. */
    public void startRun(String id) {
        run = id;
    }

    @Override
    public <T> T inTransaction(Function<Stage, T> work) {
        return alone(connection -> {
            Session session = new Session(connection, trouble);
            fence.get().forEach(lease -> JdbcLeases.fence(session, lease, trouble));
            return work.apply(new JdbcStage(session, run, clock.instant()));
        });
    }

    /** Walks the chain of the whole audit; some seconds for a million rows. */
    public AuditVerdict verifyAudit() {
        return alone(connection -> new AuditTrail(new Session(connection, trouble)).verify());
    }

    /** {@inheritDoc} It belongs to the same run. A rehearsal cannot be rehearsed itself. */
    @Override
    public JdbcStagingStore rehearsal() {
        return new JdbcStagingStore(committing().rehearsing(), clock, trouble, run);
    }

    private <T> T alone(Function<Connection, T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction of the store cannot begin inside another");
        }
        turn.lock();
        // Interrupting a thread that uses an H2 file closes the file for everybody; a thread told to stop still
        // records.
        boolean told = Thread.interrupted();
        try {
            return lane.run(work);
        } finally {
            turn.unlock();
            if (told) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            lane.close();
        } finally {
            turn.unlock();
        }
    }
}
