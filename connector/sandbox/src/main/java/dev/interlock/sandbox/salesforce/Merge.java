package dev.interlock.sandbox.salesforce;

import java.util.Map;

/** Two records of one object become one: the loser goes, what hung on it hangs on the winner. */
final class Merge {

    private final Org org;
    private final Changes changes;

    Merge(Org org, Changes changes) {
        this.org = org;
        this.changes = changes;
    }

    void merge(Table table, String winnerId, String loserId, Author author) {
        if (table.type().with(Role.MASTER_RECORD_ID).isEmpty()) {
            throw new IllegalArgumentException(table.type().name() + " records cannot be merged");
        }
        Row winner = live(table, winnerId);
        Row loser = live(table, loserId);
        if (winner.number() == loser.number()) {
            throw new IllegalArgumentException("a record cannot be merged with itself: " + winnerId);
        }
        for (Table other : org.tables()) {
            for (Field field : Changes.referring(other, table)) {
                other.holding(field, table.id(loser))
                        .forEach(child -> org.journal()
                                .put(
                                        other,
                                        child.with(
                                                Map.of(field, table.id(winner)),
                                                child.stamps().modified(author.now(), author.user()))));
            }
        }
        changes.bury(table, loser, Fate.mergedInto(winner.number()), author);
        Row current = live(table, winnerId);
        org.journal().put(table, current.with(Map.of(), current.stamps().modified(author.now(), author.user())));
    }

    private static Row live(Table table, String id) {
        return table.find(id)
                .filter(Row::live)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no live " + table.type().name() + " " + id));
    }
}
