package dev.interlock.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A session-level advisory lock of PostgreSQL, one per schema (manual, 13.3.5), for as long as the tables are brought up to
 * date. It lives on a connection of its own and ends with it, so a process that dies leaves nothing locked. Transactions take
 * the same lock for themselves, so none runs on tables that are being changed.
 */
record AdvisoryLock(Connection connection, Trouble trouble) implements SoleUse {

    /** Waits for its turn; half a minute at most. */
    static AdvisoryLock take(PostgreSql database, String user, String password, Trouble trouble) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "interlock lock");
        try {
            Connection connection = DriverManager.getConnection(database.url(), login);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '30s'");
                statement.execute("select pg_advisory_lock(hashtext('interlock'), hashtext(current_schema()))");
                return new AdvisoryLock(connection, trouble);
            } catch (SQLException e) {
                connection.close();
                throw e;
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
}
