package dev.interlock.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An embedded H2 database, in a file or in memory. By default H2 writes commits half a second late and forgets them when
 * the process is killed (h2database issues 1259 and 2599), so {@code WRITE_DELAY=0} is forced whatever the operator wrote.
 */
record H2(String place, Map<String, String> options) implements Database {

    /** Kilobytes of pages kept in memory: enough for the upper levels of every index of 200,000 records. */
    private static final String CACHE_KILOBYTES = "49152";

    static H2 at(String url) {
        List<String> parts = Arrays.asList(url.split(";"));
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                options.put(part.substring(0, equals).strip().toUpperCase(Locale.ROOT), part.substring(equals + 1));
            }
        }
        refuseSharing(parts.getFirst(), options);
        options.put("WRITE_DELAY", "0");
        options.putIfAbsent("CACHE_SIZE", CACHE_KILOBYTES);
        options.putIfAbsent("LOCK_TIMEOUT", "10000");
        // H2's own shutdown hook would close the file under a page that is still being written when the program is
        // stopped.
        options.putIfAbsent("DB_CLOSE_ON_EXIT", "FALSE");
        return new H2(parts.getFirst(), options);
    }

    private static void refuseSharing(String place, Map<String, String> options) {
        String where = place.substring("jdbc:h2:".length()).toLowerCase(Locale.ROOT);
        if (where.startsWith("tcp:")
                || where.startsWith("ssl:")
                || "TRUE".equalsIgnoreCase(options.get("AUTO_SERVER"))) {
            throw new IllegalArgumentException(
                    "an H2 store belongs to one process: name a file, without AUTO_SERVER; to share a store use PostgreSQL");
        }
        if ("NO".equalsIgnoreCase(options.get("FILE_LOCK"))) {
            throw new IllegalArgumentException("FILE_LOCK=NO would let two processes damage the store: take it out");
        }
    }

    String url() {
        return options.entrySet().stream()
                .map(each -> ";" + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("", place, ""));
    }

    @Override
    public void configure(HikariConfig pool) {
        pool.setJdbcUrl(url());
        // An embedded connection does not age; and a database in memory lives as long as one is open.
        pool.setMaxLifetime(0);
    }

    @Override
    public Map<String, String> types() {
        return Map.of("text", "varchar", "long", "character large object");
    }

    @Override
    public void check(Session session, Trouble trouble) {
        List<String> delay = session.rows(
                "select distinct setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'",
                row -> row.getString(1));
        if (!delay.equals(List.of("0"))) {
            throw trouble.saying(
                    "would forget acknowledged rows when the process is killed: H2 runs with WRITE_DELAY " + delay
                            + ", not 0. Take out whatever sets it (INIT in the URL).",
                    new IllegalStateException("WRITE_DELAY"));
        }
    }

    /** H2 locks its file itself, against other processes only; what is in memory has no file. */
    @Override
    public SoleUse claim(Trouble trouble) {
        return place.startsWith("jdbc:h2:mem:") ? SoleUse.NOT_OURS : HeldFiles.claim(place, trouble);
    }

    @Override
    public SoleUse migrating(String user, String password, Trouble trouble) {
        return SoleUse.NOT_OURS;
    }

    @Override
    public void begin(Session session) {}

    @Override
    public boolean isShared() {
        return false;
    }
}
