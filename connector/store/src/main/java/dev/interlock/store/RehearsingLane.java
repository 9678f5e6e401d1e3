package dev.interlock.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;

/** Runs everything in one outer transaction that is never committed; a savepoint stands for each inner one. */
final class RehearsingLane implements Lane {

    private final Connection connection;
    private final Trouble trouble;

    RehearsingLane(Connection connection, Trouble trouble) {
        this.connection = connection;
        this.trouble = trouble;
    }

    @Override
    public <T> T run(Function<Connection, T> work) {
        try {
            Savepoint start = connection.setSavepoint();
            try {
                T result = work.apply(connection);
                connection.releaseSavepoint(start);
                return result;
            } catch (RuntimeException | Error e) {
                connection.rollback(start);
                throw e;
            }
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw trouble.of(e);
        }
    }
}
