package dev.interlock.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses among the links between two tables: a record is linked to what fits it best, and to what fits as well. */
final class BestLinks {

    /** So many bits behind the best is as good as the best. */
    private static final double AS_GOOD = 1;

    private BestLinks() {}

    static List<Edge> of(List<Edge> edges) {
        Map<Integer, Double> best = new HashMap<>();
        for (Edge edge : edges) {
            best.merge(edge.one(), edge.score(), Math::max);
            best.merge(edge.other(), edge.score(), Math::max);
        }
        return edges.stream()
                .filter(edge -> edge.score()
                        >= Math.min(best.getOrDefault(edge.one(), 0.0), best.getOrDefault(edge.other(), 0.0)) - AS_GOOD)
                .toList();
    }
}
