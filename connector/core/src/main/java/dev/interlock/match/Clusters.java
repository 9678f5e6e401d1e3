package dev.interlock.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Puts records together that are one entity: always the two groups that fit best, as long as their records fit on average.
 * So a weak link never chains two groups, and the order of arrival does not matter.
 */
final class Clusters {

    /** Tells the logarithm of the odds for any two records, in bits. */
    @FunctionalInterface
    interface Scorer {
        double score(int one, int other);
    }

    private static final int LARGEST = 400;

    private static final double FORBIDDEN = -1e9;

    private final Scorer scorer;
    private final double most;
    private final double cut;

    /**
     * @param most what one pair can weigh for or against
     * @param cut from which average on two groups are one
     */
    Clusters(Scorer scorer, double most, double cut) {
        this.scorer = scorer;
        this.most = most;
        this.cut = cut;
    }

    /** The groups of more than one record. */
    List<int[]> of(int records, List<Edge> edges) {
        List<int[]> clusters = new ArrayList<>();
        for (int[] component : components(records, edges)) {
            clusters.addAll(parted(component, edges));
        }
        return clusters;
    }

    private List<int[]> parted(int[] component, List<Edge> edges) {
        if (component.length <= LARGEST) {
            return agglomerate(component);
        }
        // Too large to be one entity: only its stronger links count.
        boolean[] within = new boolean[Arrays.stream(component).max().orElse(0) + 1];
        Arrays.stream(component).forEach(record -> within[record] = true);
        List<Edge> inside = edges.stream()
                .filter(edge -> edge.one() < within.length && edge.other() < within.length)
                .filter(edge -> within[edge.one()] && within[edge.other()])
                .sorted(Comparator.comparingDouble(Edge::score))
                .toList();
        List<Edge> stronger = inside.subList(inside.size() / 4 + 1, inside.size());
        return of(within.length, stronger);
    }

    private static List<int[]> components(int records, List<Edge> edges) {
        int[] parent = new int[records];
        Arrays.setAll(parent, at -> at);
        edges.forEach(edge -> union(parent, edge));
        int[] sizes = new int[records];
        for (int record = 0; record < records; record++) {
            sizes[root(parent, record)]++;
        }
        int[][] groups = new int[records][];
        int[] filled = new int[records];
        List<int[]> found = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            int root = root(parent, record);
            if (sizes[root] > 1) {
                if (groups[root] == null) {
                    groups[root] = new int[sizes[root]];
                    found.add(groups[root]);
                }
                groups[root][filled[root]++] = record;
            }
        }
        return found;
    }

    private static void union(int[] parent, Edge edge) {
        int one = root(parent, edge.one());
        int other = root(parent, edge.other());
        parent[Math.max(one, other)] = Math.min(one, other);
    }

    private static int root(int[] parent, int record) {
        int root = record;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Average linkage by nearest pairs. */
    private List<int[]> agglomerate(int[] members) {
        int size = members.length;
        double[][] sums = new double[size][size];
        for (int one = 0; one < size; one++) {
            for (int other = one + 1; other < size; other++) {
                double score = bounded(scorer.score(members[one], members[other]));
                sums[one][other] = score;
                sums[other][one] = score;
            }
        }
        int[][] groups = new int[size][];
        Arrays.setAll(groups, at -> new int[] {members[at]});
        int[] nearest = best(sums, groups);
        while (nearest.length == 2) {
            merge(sums, groups, nearest);
            nearest = best(sums, groups);
        }
        IntFunction<int[]> group = at -> groups[at];
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(group)
                .filter(each -> each.length > 1)
                .toList();
    }

    /** No pair outweighs all others, but one that is forbidden. */
    private double bounded(double score) {
        return Model.isForbidden(score) ? FORBIDDEN : Math.max(-most, Math.min(most, score));
    }

    private int[] best(double[][] sums, int[][] groups) {
        int[] found = {};
        double highest = cut;
        for (int one = 0; one < groups.length; one++) {
            for (int other = one + 1; other < groups.length; other++) {
                double pairs = (double) groups[one].length * groups[other].length;
                if (pairs > 0 && sums[one][other] / pairs > highest) {
                    highest = sums[one][other] / pairs;
                    found = new int[] {one, other};
                }
            }
        }
        return found;
    }

    private static void merge(double[][] sums, int[][] groups, int[] pair) {
        int to = pair[0];
        int from = pair[1];
        int[] joined = Arrays.copyOf(groups[to], groups[to].length + groups[from].length);
        System.arraycopy(groups[from], 0, joined, groups[to].length, groups[from].length);
        groups[to] = joined;
        groups[from] = new int[0];
        for (int each = 0; each < groups.length; each++) {
            sums[to][each] += sums[from][each];
            sums[each][to] = sums[to][each];
        }
    }
}
