package dev.interlock.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses among the links between two tables: a record is linked to what fits it best, and to what fits as well. */
final class BestLinks {

    /** So many bits behind the best is as good as the best. */
    private static final double AS_GOOD = 1;

    /** However sure it is that every record has a counterpart: no more than so many bits for that. */
    private static final double MOST_TRUST = 4;

    private BestLinks() {}

    /**
     * How much less a link may weigh, in bits, if it is the best for both: where nearly every record has its counterpart in the
     * other table, the question is which one, no longer whether there is one.
     *
     * @param share of the smaller table's records that have a counterpart
     */
    static double trust(double share) {
        return Math.min(MOST_TRUST, -Model.log2(Math.max(1 - Math.min(share, 1), 1.0 / (1 << 10))));
    }

    /**
     * The links to keep.
     *
     * @param cut from which on a link also counts that is best for one side only
     */
    static List<Edge> of(List<Edge> edges, double cut) {
        Map<Integer, Double> best = new HashMap<>();
        for (Edge edge : edges) {
            best.merge(edge.one(), edge.score(), Math::max);
            best.merge(edge.other(), edge.score(), Math::max);
        }
        return edges.stream().filter(edge -> isKept(edge, best, cut)).toList();
    }

    private static boolean isKept(Edge edge, Map<Integer, Double> best, double cut) {
        double one = best.getOrDefault(edge.one(), 0.0);
        double other = best.getOrDefault(edge.other(), 0.0);
        return edge.score() > cut
                ? edge.score() >= Math.min(one, other) - AS_GOOD
                : edge.score() >= Math.max(one, other);
    }
}
