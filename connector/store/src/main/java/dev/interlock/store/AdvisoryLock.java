package dev.interlock.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A session-level advisory lock of PostgreSQL, one per schema (manual, 13.3.5). It lives on a connection of its own and
 * ends with it, so a process that dies leaves nothing locked. A pooler that shares sessions (PgBouncer in transaction mode)
 * breaks it.
 */
final class AdvisoryLock implements SoleUse {

    private static final int SECONDS = 5;

    private final PostgreSql database;
    private final Properties login;
    private final Trouble trouble;
    private Connection connection;

    private AdvisoryLock(PostgreSql database, Properties login, Trouble trouble) {
        this.database = database;
        this.login = login;
        this.trouble = trouble;
        this.connection = locked();
    }

    static AdvisoryLock take(PostgreSql database, String user, String password, Trouble trouble) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "interlock lock");
        login.setProperty("tcpKeepAlive", "true");
        return new AdvisoryLock(database, login, trouble);
    }

    /** After the connection was lost, takes the lock again, if nobody else has it. */
    @Override
    public void confirm() {
        try {
            if (!connection.isValid(SECONDS)) {
                connection.close();
                connection = locked();
            }
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    private Connection locked() {
        try {
            Connection fresh = DriverManager.getConnection(database.url(), login);
            if (!isLocked(fresh)) {
                fresh.close();
                throw trouble.inUse(new IllegalStateException("the advisory lock is taken"));
            }
            return fresh;
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select pg_try_advisory_lock(hashtext('interlock'), hashtext(current_schema()))""")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
