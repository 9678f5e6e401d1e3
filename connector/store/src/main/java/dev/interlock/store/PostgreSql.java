package dev.interlock.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;

/** A PostgreSQL database, taken as it is. */
record PostgreSql(String url) implements Database {

    @Override
    public String place() {
        int options = url.indexOf('?');
        return options < 0 ? url : url.substring(0, options);
    }

    @Override
    public void configure(HikariConfig pool) {
        pool.setJdbcUrl(url);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "interlock");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // A server may be set up to acknowledge before it wrote; stricter settings than "on" are left alone.
        // A lock that is not given within half a minute is held by a rehearsal or by somebody's open session.
        pool.setConnectionInitSql("""
                select set_config('lock_timeout', '30s', false), case current_setting('synchronous_commit')
                    when 'off' then set_config('synchronous_commit', 'on', false) end""");
        // Details of errors quote whole rows, which may be personal data.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
    }

    /** Ordered by code, as in H2 and Java, whatever the locale of the database is. */
    @Override
    public Map<String, String> types() {
        return Map.of("text", "varchar collate \"C\"", "long", "text");
    }

    @Override
    public void check(Session session, Trouble trouble) {
        if (session.rows("show synchronous_commit", row -> row.getString(1)).contains("off")) {
            throw trouble.saying(
                    "would forget acknowledged rows in a crash: let this user set synchronous_commit to on.",
                    new IllegalStateException("synchronous_commit"));
        }
    }

    @Override
    public SoleUse claim(Trouble trouble) {
        return SoleUse.NOT_OURS;
    }

    @Override
    public SoleUse migrating(String user, String password, Trouble trouble) {
        return AdvisoryLock.take(this, user, password, trouble);
    }

    /**
     * Transactions of all processes follow one another, so that each may look, compare and write without a thought for the
     * others. The lock ends with the transaction, whatever becomes of the process.
     */
    @Override
    public void begin(Session session) {
        session.rows("select pg_advisory_xact_lock(hashtext('interlock'), hashtext(current_schema()))", row -> true);
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
