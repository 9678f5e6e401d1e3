package dev.interlock.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.stage.Leases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Commits every transaction. */
final class CommittingLane implements Lane {

    private final HikariDataSource pool;
    private final Database database;
    private final SoleUse soleUse;
    private final Trouble trouble;

    CommittingLane(HikariDataSource pool, Database database, SoleUse soleUse, Trouble trouble) {
        this.pool = pool;
        this.database = database;
        this.soleUse = soleUse;
        this.trouble = trouble;
    }

    @Override
    public <T> T run(Function<Connection, T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                database.begin(new Session(connection, trouble));
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                forgetConnections();
                throw e;
            } catch (RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    private void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            forgetConnections();
            reason.addSuppressed(e);
        }
    }

    /** After the database was closed under us (an interrupt in the middle of a write does that to H2) begins afresh. */
    private void forgetConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** Makes sure that the database keeps what it acknowledges. */
    void prepare() {
        run(connection -> {
            database.check(new Session(connection, trouble), trouble);
            return true;
        });
    }

    boolean isShared() {
        return database.isShared();
    }

    Leases leases() {
        return new JdbcLeases(pool, trouble);
    }

    Lane rehearsing() {
        try {
            return new RehearsingLane(pool.getConnection(), trouble);
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    @Override
    public void close() {
        try (soleUse) {
            pool.close();
        }
    }
}
