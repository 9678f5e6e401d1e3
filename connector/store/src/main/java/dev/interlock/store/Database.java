package dev.interlock.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Locale;
import java.util.Map;

/** What differs from one database to the other. */
sealed interface Database permits H2, PostgreSql {

    /** The place of the store for messages: its URL without options, which may hold a password. */
    String place();

    /** Completes the pool's settings: URL and driver properties. */
    void configure(HikariConfig pool);

    /** How the schema names its types: {@code text} that is compared and ordered by code, {@code long} that never is. */
    Map<String, String> types();

    /** Makes sure that the database keeps what it acknowledges. */
    void check(Session session, Trouble trouble);

    /** Keeps other processes out of a database that is not to be shared, for as long as it is open. */
    SoleUse claim(Trouble trouble);

    /** Keeps other processes from bringing the tables up to date at the same time. */
    SoleUse migrating(String user, String password, Trouble trouble);

    /** Begins a transaction: where several processes may have one open, each waits for its turn. */
    void begin(Session session);

    /** Whether other processes may work on it, too. */
    boolean isShared();

    /**
     * The database that a JDBC URL names.
     *
     * @throws IllegalArgumentException if it is neither an embedded H2 nor a PostgreSQL URL
     */
    static Database of(String url) {
        String scheme = url.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("jdbc:h2:")) {
            return H2.at(url);
        }
        if (scheme.startsWith("jdbc:postgresql:")) {
            return new PostgreSql(url);
        }
        throw new IllegalArgumentException(
                "the store's URL must begin with jdbc:h2: or jdbc:postgresql:, but begins with "
                        + url.substring(0, Math.min(url.length(), 12)));
    }
}
