package dev.interlock.stage;

import dev.interlock.plan.Write;
import dev.interlock.stage.Ledger.AuditRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rebuilds what was agreed on about an entity at a time, from its audit alone. */
public final class GoldenHistory {

    private GoldenHistory() {}

    /**
     * The decision that each field's value rested on at the time; its {@link AuditRow#is()} is the value.
     *
     * @param history of one entity, oldest first
     */
    public static Map<String, AuditRow> at(Instant time, List<AuditRow> history) {
        Map<String, AuditRow> fields = new LinkedHashMap<>();
        for (AuditRow row : history) {
            if (!row.at().isAfter(time) && isGolden(row)) {
                fields.put(row.field(), row);
            }
        }
        return fields;
    }

    /** Whether the row says that a golden value changed: not that it was written, nor that it was contested. */
    public static boolean isGolden(AuditRow row) {
        return !row.field().equals("*")
                && !row.is().isEmpty()
                && !row.is().equals(row.was())
                && !isWrite(row)
                && !row.rule().endsWith("overruled");
    }

    /** Whether the row says that a system was written to. */
    public static boolean isWrite(AuditRow row) {
        return Arrays.stream(Write.Kind.values()).anyMatch(kind -> row.rule().startsWith(kind.name() + " "));
    }

    /** The system that a row about a write speaks of. */
    public static String writtenTo(AuditRow row) {
        return row.rule().substring(row.rule().indexOf(' ') + 1);
    }
}
