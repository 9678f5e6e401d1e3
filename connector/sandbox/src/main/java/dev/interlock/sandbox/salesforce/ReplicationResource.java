package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;

/** {@code sobjects/X/updated} and {@code sobjects/X/deleted}: what was touched in a window. Seconds of the window do not count. */
final class ReplicationResource {

    private static final Duration UPDATED_REACH = Duration.ofDays(30);
    private static final Duration DELETED_REACH = Duration.ofDays(15);
    private static final int MOST_IDS = 600_000;

    private final Org org;

    ReplicationResource(Org org) {
        this.org = org;
    }

    private record Window(Instant start, Instant end) {}

    Reply updated(Ask ask, Table table) {
        Window window = window(ask, UPDATED_REACH);
        List<Row> rows = touched(table, window).stream().filter(Row::live).toList();
        checkCount(rows);
        ObjectNode answer = Json.object();
        ArrayNode ids = answer.putArray("ids");
        rows.forEach(row -> ids.add(table.id(row)));
        answer.put("latestDateCovered", Values.written(covered(window)));
        return Json.reply(200, answer);
    }

    Reply deleted(Ask ask, Table table) {
        Window window = window(ask, DELETED_REACH);
        Instant logStarts = logStarts();
        List<Row> rows = touched(table, window).stream()
                .filter(row -> !row.live() && row.stamps().stamp() >= logStarts.toEpochMilli())
                .toList();
        checkCount(rows);
        ObjectNode answer = Json.object();
        ArrayNode deleted = answer.putArray("deletedRecords");
        rows.forEach(row -> deleted.addObject()
                .put("id", table.id(row))
                .put(
                        "deletedDate",
                        Values.written(Instant.ofEpochMilli(row.stamps().stamp()))));
        answer.put("earliestDateAvailable", Values.written(logStarts));
        answer.put("latestDateCovered", Values.written(covered(window)));
        return Json.reply(200, answer);
    }

    private Instant logStarts() {
        Instant reach = org.now().minus(DELETED_REACH).truncatedTo(ChronoUnit.MINUTES);
        return org.settings().deleteLogStarts.filter(reach::isBefore).orElse(reach);
    }

    private static NavigableSet<Row> touched(Table table, Window window) {
        return table.stamped(window.start().toEpochMilli(), window.end().toEpochMilli());
    }

    private Window window(Ask ask, Duration reach) {
        Instant start = time(ask, "start").truncatedTo(ChronoUnit.MINUTES);
        Instant end = time(ask, "end").truncatedTo(ChronoUnit.MINUTES);
        if (!start.isBefore(end)) {
            throw invalid("endDate must be at least one minute greater than startDate");
        }
        if (start.isBefore(org.now().minus(reach).truncatedTo(ChronoUnit.MINUTES))
                || Duration.between(start, end).compareTo(reach) > 0) {
            throw invalid("startDate before org replication enabled date: at most " + reach.toDays() + " days");
        }
        return new Window(start, end);
    }

    private static Instant time(Ask ask, String name) {
        String text = ask.call().parameter(name).orElseThrow(() -> invalid("the parameter " + name + " is required"));
        return Values.instant(text).orElseThrow(() -> invalid("not a valid " + name + " date: " + text));
    }

    private static Refusal invalid(String message) {
        return Refusal.of("INVALID_REPLICATION_DATE", message);
    }

    private static void checkCount(List<Row> rows) {
        if (rows.size() > MOST_IDS) {
            throw Refusal.of("EXCEEDED_ID_LIMIT", "too many ids in the window, choose a shorter one");
        }
    }

    /** The end of the window, but never a minute that is still going on. */
    private Instant covered(Window window) {
        Instant minute = org.now().truncatedTo(ChronoUnit.MINUTES);
        return window.end().isAfter(minute) ? minute : window.end();
    }
}
