package dev.interlock.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a JVM; it stops with it. */
final class TestPostgres {

    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** The URL of an empty schema of its own. */
    static String freshSchema() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        run("create schema " + schema);
        return url() + "&currentSchema=" + schema;
    }

    static String url() {
        return SERVER.getJdbcUrl(USER, "postgres");
    }

    static void run(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
