package dev.interlock.sandbox.salesforce;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What has to be undone when a request is rolled back. */
final class Journal {

    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Puts the row into the table and remembers what stood there. */
    void put(Table table, Row row) {
        Optional<Row> before = table.at(row.number());
        table.put(row);
        undo.push(before.<Runnable>map(old -> () -> table.put(old)).orElse(() -> table.forget(row.number())));
    }

    int mark() {
        return undo.size();
    }

    void rollBackTo(int mark) {
        while (undo.size() > mark) {
            undo.pop().run();
        }
    }

    void commit() {
        undo.clear();
    }
}
