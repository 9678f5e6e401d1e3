package dev.interlock.store;

import dev.interlock.stage.Lease;
import dev.interlock.stage.Leases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Leases in the database, each step in a short transaction of its own that waits for nobody's turn: a lease must be renewed
 * while a page is being stored. {@code current_timestamp} is when that transaction began, so a lease never ends earlier than
 * its holder believes.
 */
final class JdbcLeases implements Leases {

    /** Another transaction added the same row first (SQL standard, integrity constraint violation). */
    private static final String THERE_ALREADY = "23505";

    private final DataSource connections;
    private final Trouble trouble;

    JdbcLeases(DataSource connections, Trouble trouble) {
        this.connections = connections;
        this.trouble = trouble;
    }

    private record Row(String holder, Duration left, long generation) {}

    /** {@inheritDoc} One conditional update decides; the row is only looked at before to tell what was found. */
    @Override
    public Answer take(String name, String holder, Duration term) {
        makeKnown(name);
        return inTransaction(session -> {
            Row before = row(session, name);
            int taken = session.run("""
                    update lease set
                        generation = generation + case when holder = ? then 0 else 1 end,
                        holder = ?,
                        until = current_timestamp + cast(? as bigint) * interval '0.001' second
                    where name = ? and (holder = ? or until <= current_timestamp)""", holder, holder, term.toMillis(), name, holder);
            if (taken == 0) {
                return new Answer.Busy(before.holder(), before.left());
            }
            boolean gone = !before.holder().isEmpty() && !before.holder().equals(holder);
            return new Answer.Taken(
                    new Lease(name, holder, row(session, name).generation()),
                    gone ? Optional.of(before.left().negated()) : Optional.empty());
        });
    }

    @Override
    public boolean renew(Lease lease, Duration term) {
        return inTransaction(
                session -> session.run("""
                        update lease set until = current_timestamp + cast(? as bigint) * interval '0.001' second
                        where name = ? and holder = ? and generation = ?""", term.toMillis(), lease.name(), lease.holder(), lease.generation()) > 0);
    }

    @Override
    public void release(Lease lease) {
        inTransaction(session -> session.run("""
                update lease set holder = '', until = current_timestamp
                where name = ? and holder = ? and generation = ?""", lease.name(), lease.holder(), lease.generation()));
    }

    @Override
    public List<Held> held() {
        return inTransaction(session -> session.rows("""
                select name, holder, generation, until from lease
                where holder <> '' and until > current_timestamp order by name""", JdbcLeases::held));
    }

    /**
     * Makes sure, inside a transaction, that nobody took a lease over, and keeps others from doing so until it ends.
     *
     * @throws dev.interlock.stage.StoreUnavailable if somebody did
     */
    static void fence(Session session, Lease lease, Trouble trouble) {
        List<Long> found = session.rows(
                "select generation from lease where name = ? and holder = ? and generation = ? for update",
                row -> row.getLong(1),
                lease.name(),
                lease.holder(),
                lease.generation());
        if (found.isEmpty()) {
            throw trouble.lost(lease);
        }
    }

    private static Row row(Session session, String name) {
        return session.rows("""
                select holder, until, current_timestamp, generation from lease where name = ? for update""", JdbcLeases::row, name).getFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), Duration.between(instant(row, 3), instant(row, 2)), row.getLong(4));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(new Lease(row.getString(1), row.getString(2), row.getLong(3)), instant(row, 4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private void makeKnown(String name) {
        try {
            inTransaction(session -> session.run("""
                    insert into lease (name, holder, generation, until)
                    select cast(? as varchar), '', 0, current_timestamp
                    where not exists (select 1 from lease where name = ?)""", name, name));
        } catch (dev.interlock.stage.StoreUnavailable failed) {
            if (!(failed.getCause() instanceof SQLException sql && THERE_ALREADY.equals(sql.getSQLState()))) {
                throw failed;
            }
        }
    }

    /** A connection that is gone cannot be rolled back; what broke it is what is told. */
    private static void undo(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            reason.addSuppressed(gone);
        }
    }

    private <T> T inTransaction(Function<Session, T> work) {
        boolean told = Thread.interrupted();
        try (Connection connection = connections.getConnection()) {
            try {
                T result = work.apply(new Session(connection, trouble));
                connection.commit();
                return result;
            } catch (RuntimeException | Error failed) {
                undo(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw trouble.of(failed);
        } finally {
            if (told) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
