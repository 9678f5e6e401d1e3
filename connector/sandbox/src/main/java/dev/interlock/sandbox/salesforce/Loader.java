package dev.interlock.sandbox.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads rows as records from before our time. A column is a field, or {@code Account.Ext__c} for a relationship. */
final class Loader {

    private static final Duration AGE = Duration.ofDays(30);

    private final Org org;
    private final Changes changes;
    private final BodyReader reader;

    Loader(Org org) {
        this.org = org;
        this.changes = new Changes(org);
        this.reader = new BodyReader(org);
    }

    int load(String object, List<Map<String, String>> rows) {
        Table table = org.named(object);
        Instant first = first(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Stamps stamps = Stamps.created(first.plusSeconds(i), Org.HUMAN_USER);
            load(table, new Line(i + 1, rows.get(i)), stamps);
        }
        return rows.size();
    }

    /** Each row has a second of its own; the last lies before now. */
    private Instant first(int count) {
        Instant now = org.now();
        Instant wanted = org.settings().loadedAt.orElseGet(() -> now.minus(AGE)).truncatedTo(ChronoUnit.SECONDS);
        Instant latest = now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(count);
        return wanted.isBefore(latest) ? wanted : latest;
    }

    private record Line(int number, Map<String, String> cells) {}

    private void load(Table table, Line line, Stamps stamps) {
        Map<Field, Object> values = new LinkedHashMap<>();
        line.cells().forEach((column, text) -> {
            if (!text.isBlank()) {
                cell(table, line.number(), column, text, values);
            }
        });
        Author author = org.author(Author.Access.LOADER);
        try {
            changes.insert(table, values, author, stamps);
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(
                    table.type().name() + " row " + line.number() + ": " + refusal.getMessage(), refusal);
        }
    }

    private void cell(Table table, int row, String column, String text, Map<Field, Object> values) {
        String where = table.type().name() + " row " + row + ", column " + column + ": ";
        try {
            int point = column.indexOf('.');
            Field field = point < 0
                    ? stored(table, column)
                    : table.type()
                            .relationship(column.substring(0, point))
                            .orElseThrow(() -> new IllegalArgumentException("no such relationship"));
            Object value = point < 0
                    ? parsed(field, text)
                    : reader.find(org.named(field.referenceTo().getFirst()), column.substring(point + 1), text.strip());
            values.put(field, value);
        } catch (IllegalArgumentException | Refusal unfit) {
            throw new IllegalArgumentException(where + unfit.getMessage(), unfit);
        }
    }

    private static Field stored(Table table, String column) {
        Optional<Field> field = table.type().field(column);
        if (field.isEmpty()) {
            throw new IllegalArgumentException(
                    "no such field on " + table.type().name());
        }
        return field.filter(Field::stored)
                .orElseThrow(() -> new IllegalArgumentException("the service fills this field itself"));
    }

    private static Object parsed(Field field, String text) {
        return Values.parse(field, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is not a " + field.type().describeName()));
    }
}
