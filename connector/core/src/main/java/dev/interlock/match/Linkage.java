package dev.interlock.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds out which of many records are the same entity, all at once: in one table, or between two. The same records give the
 * same answer, in whatever order they come.
 */
public final class Linkage {

    /** The chance, from 0 to 1, from which on two records count as one entity if nobody says otherwise. */
    public static final double THRESHOLD = 0.9;

    /** Up to so many pairs, everything is compared with everything. */
    private static final long ALL_PAIRS = 1_200_000;

    /** Below these odds, in bits, nothing that is learnt makes a pair likely. */
    private static final double HOPELESS = -15;

    /** From so many bits on, records are doubles beyond doubt. */
    private static final double SURE = 10;

    /** What one pair can weigh for or against two groups. */
    static final double MOST = 14;

    /** So many bits below a single pair's threshold, the average of two groups still makes them one. */
    static final double LENIENCE = 1.7;

    private final Layout layout;
    private final Census census;
    private final Model model;
    private final List<Row> rows;
    private final int[] order;
    private final int first;
    private final Findings found = new Findings();
    private final Pairs pairs;

    /** Two records of the same entity, by their places among those that were given; those of a second table come after the first. */
    public record Same(int one, int other) {}

    private Linkage(List<Column> columns, List<Row> rows, int first) {
        this.rows = List.copyOf(rows);
        this.first = first;
        layout = Layout.of(columns);
        census = new Census(layout);
        model = Model.shipped(layout);
        pairs = new Pairs(layout.parts().size());
        order = order(this.rows);
        Arrays.stream(order).forEach(place -> census.add(this.rows.get(place)));
        learn();
    }

    /** Looks for doubles in one table. */
    public static Linkage within(List<Column> columns, List<Row> rows) {
        return new Linkage(columns, rows, rows.size());
    }

    /** Looks for the records of one table in another; neither is searched for doubles. */
    public static Linkage between(List<Column> columns, List<Row> first, List<Row> second) {
        List<Row> both = new ArrayList<>(first);
        both.addAll(second);
        return new Linkage(columns, both, first.size());
    }

    /** By contents, because everything that follows must not depend on the order of arrival. */
    private static int[] order(List<Row> rows) {
        long[] hashes = rows.stream()
                .mapToLong(row -> Hash.mix(String.join("\u001f", row.cells()).getBytes(StandardCharsets.UTF_8)))
                .toArray();
        Comparator<Integer> byCells = Comparator.comparingLong(place -> hashes[place]);
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(byCells.thenComparing(place -> rows.get(place).id()))
                .mapToInt(place -> place)
                .toArray();
    }

    private void learn() {
        double size = rows.size();
        double all = allPairs();
        model.prior(Model.log2(0.3 * size / all));
        Learner.learnChance(model, census);
        compareCandidates();
        Learner.learnSame(model, pairs, all, rows.size());
        countEntities();
        Learner.learnSame(model, pairs, all, rows.size());
    }

    /** Rarity goes by entities: a name that one person has ten times is rarer than it looks. */
    private void countEntities() {
        int[] earlier = new int[rows.size()];
        Arrays.fill(earlier, -1);
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (score(pair) > SURE) {
                int later = Math.max(pairs.one(pair), pairs.other(pair));
                int before = Math.min(pairs.one(pair), pairs.other(pair));
                earlier[later] = earlier[later] < 0 ? before : Math.min(earlier[later], before);
            }
        }
        for (int record = 0; record < earlier.length; record++) {
            if (earlier[record] >= 0) {
                census.repeats(record, earlier[record]);
            }
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            census.compare(pairs.one(pair), pairs.other(pair), found);
            pairs.set(pair, found);
        }
    }

    private void compareCandidates() {
        int size = rows.size();
        if ((long) size * (size - 1) / 2 <= ALL_PAIRS) {
            for (int one = 0; one < size; one++) {
                for (int other = 0; other < one; other++) {
                    take(one, other);
                }
            }
            return;
        }
        Index index = new Index(census, templates(size));
        IntStream.range(0, size).forEach(index::add);
        for (int record = 0; record < size; record++) {
            int one = record;
            index.candidates(record, other -> {
                if (other < one) {
                    take(one, other);
                }
            });
        }
    }

    private void take(int one, int other) {
        if (!mayMeet(one, other)) {
            return;
        }
        census.compare(one, other, found);
        if (model.score(found) > HOPELESS) {
            pairs.add(one, other, found);
        }
    }

    private boolean mayMeet(int one, int other) {
        return first == rows.size() || order[one] < first != order[other] < first;
    }

    /**
     * All pairs that are one entity.
     *
     * @param threshold the chance from which on, between 0 and 1
     */
    public List<Same> same(double threshold) {
        double cut = Model.log2(threshold / (1 - threshold));
        if (first == rows.size()) {
            return grouped(edges(cut), cut);
        }
        double smaller = Math.min(first, rows.size() - first);
        double expected = Math.pow(2, model.prior()) * allPairs();
        List<Edge> edges = edges(cut - BestLinks.trust(expected / Math.max(1, smaller)));
        return BestLinks.of(edges, cut).stream().map(this::same).toList();
    }

    private List<Edge> edges(double cut) {
        List<Edge> edges = new ArrayList<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            double score = score(pair);
            if (score > cut) {
                edges.add(new Edge(pairs.one(pair), pairs.other(pair), score));
            }
        }
        return edges;
    }

    private double score(int pair) {
        pairs.tell(pair, found);
        return model.score(found);
    }

    private double allPairs() {
        double size = rows.size();
        return Math.max(1, first < size ? first * (size - first) : size * (size - 1) / 2);
    }

    private List<Same> grouped(List<Edge> edges, double cut) {
        List<Same> same = new ArrayList<>();
        for (int[] group : new Clusters(this::score, MOST, cut - LENIENCE).of(rows.size(), edges)) {
            for (int one = 0; one < group.length; one++) {
                for (int other = 0; other < one; other++) {
                    same.add(new Same(order[group[one]], order[group[other]]));
                }
            }
        }
        return same;
    }

    private Same same(Edge edge) {
        return new Same(order[edge.one()], order[edge.other()]);
    }

    private double score(int one, int other) {
        census.compare(one, other, found);
        return model.score(found);
    }

    /** How often values occur. */
    List<Counts> counts() {
        return layout.lexicons().stream().map(Lexicon::counted).toList();
    }

    Model model() {
        return model;
    }

    /** By what to look records up if there are so many. */
    List<Template> templates(int expected) {
        return Templates.choose(census, expected);
    }

    /** The logarithm of the odds that two records are one entity, in bits, by their places among those that were given. */
    public double odds(int one, int other) {
        int here = IntStream.range(0, order.length)
                .filter(at -> order[at] == one)
                .findFirst()
                .orElseThrow();
        int there = IntStream.range(0, order.length)
                .filter(at -> order[at] == other)
                .findFirst()
                .orElseThrow();
        return score(here, there);
    }

    /** What was learnt, a line per part that is compared. */
    public List<String> learnt() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(java.util.Locale.ROOT, "chance beforehand: %.1f bits", model.prior()));
        List<Part> parts = model.parts();
        for (int part = 0; part < parts.size(); part++) {
            StringBuilder line = new StringBuilder(parts.get(part).name()).append(": ");
            for (int level = 0; level < parts.get(part).levels().size(); level++) {
                line.append(String.format(
                        java.util.Locale.ROOT,
                        "%s %.4f/%.5f; ",
                        parts.get(part).levels().get(level).name(),
                        model.same(part)[level],
                        model.other(part)[level]));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
