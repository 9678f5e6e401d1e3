package dev.interlock.routes;

import com.google.common.hash.Hashing;
import dev.interlock.record.SystemId;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay of certain failures would do, planned from what the systems say now.
 *
 * @param rows one a failure, in order of trace key
 * @param calls per system how many calls it needs, those that look before they write included
 */
public record Forecast(String configuration, List<Row> rows, Map<SystemId, Long> calls) {

    /** What would become of one failure. */
    public enum Outcome {
        CREATE,
        UPDATE,
        DELETE,
        /** What was owed is there already, or is not wanted any more. */
        NOTHING,
        /** A field that it is about is contested: a person decides first. */
        CONFLICT,
        /** It would stop again, for a reason that can be seen without sending it. */
        INVALID
    }

    /**
     * One failure.
     *
     * @param why what stands against it, or what to know about it; blank if nothing
     * @param hasChanged whether its record changed in any system since it failed last
     * @param digest over everything that the outcome rests on: the same digest means the same plan on the same records
     */
    public record Row(String traceKey, String id, Outcome outcome, String why, boolean hasChanged, String digest) {}

    public Forecast {
        rows = List.copyOf(rows);
        calls = new TreeMap<>(calls);
    }

    /** How many failures would come to each end. */
    public Map<Outcome, Long> counts() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
        rows.forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
        return counts;
    }

    /** Stands for exactly this plan: made from the configuration and the versions of all records in it. */
    public String token() {
        StringBuilder all = new StringBuilder(configuration);
        rows.forEach(row -> all.append('\n').append(row.traceKey()).append(' ').append(row.digest()));
        return "r"
                + Hashing.sha256()
                        .hashString(all, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 12);
    }
}
