package dev.interlock.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the store of a house is. */
enum Place {
    H2("H2") {
        @Override
        Map<String, String> environment() {
            return Map.of();
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        Map<String, String> environment() {
            return Map.of(
                    "INTERLOCK_STORE_URL", Server.freshSchema(),
                    "INTERLOCK_STORE_USER", "postgres",
                    "INTERLOCK_STORE_PASSWORD", "postgres");
        }
    };

    private final String called;

    Place(String called) {
        this.called = called;
    }

    /** The environment that leads the program to an empty store there; without any, it is in the folder of the house. */
    abstract Map<String, String> environment();

    @Override
    public String toString() {
        return called;
    }

    /** One PostgreSQL server for all tests of a JVM, started when it is first needed; it stops with it. */
    private static final class Server {

        private static final AtomicInteger SCHEMAS = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();

        private static String freshSchema() {
            String schema = "s" + SCHEMAS.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
            } catch (SQLException failed) {
                throw new IllegalStateException(schema, failed);
            }
            return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
