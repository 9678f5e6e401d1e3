package dev.interlock.match;

import java.util.Arrays;
import java.util.List;

/** Finds the known records that share a key with a record. Rebuilt from the records at any time. */
final class Index {

    /** What a record is found for. */
    @FunctionalInterface
    interface Finder {
        void found(int record);
    }

    private final Census census;
    private final List<Template> templates;
    private final Postings postings = new Postings();
    private final Clues clues;
    private int[] seen = new int[1 << 10];
    private int turn;

    Index(Census census, List<Template> templates) {
        this.census = census;
        this.templates = List.copyOf(templates);
        clues = new Clues(census.layout().clues());
    }

    /** Makes a record of the census findable. */
    void add(int record) {
        census.clues(record, clues);
        templates.forEach(template -> template.keys(clues, key -> postings.add(key, record)));
    }

    /** Gives each other record that shares a key once. */
    void candidates(int record, Finder finder) {
        turn++;
        if (census.size() > seen.length) {
            seen = Arrays.copyOf(seen, census.size() * 2);
        }
        seen[record] = turn;
        census.clues(record, clues);
        for (Template template : templates) {
            template.keys(clues, key -> walk(key, finder));
        }
    }

    private void walk(long key, Finder finder) {
        if (postings.count(key) > Templates.HOT) {
            return;
        }
        for (int place = postings.first(key); place != 0; place = postings.next(place)) {
            int record = postings.record(place);
            if (seen[record] != turn) {
                seen[record] = turn;
                finder.found(record);
            }
        }
    }
}
