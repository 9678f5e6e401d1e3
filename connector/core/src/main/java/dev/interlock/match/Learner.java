package dev.interlock.match;

import java.util.List;

/**
 * Teaches a model what the records themselves tell, without labels: how often different entities agree by chance, from pairs
 * taken evenly; how often one entity's records agree, by expectation maximisation (Winkler, 1988) that leans on what ships.
 */
final class Learner {

    private static final int CHANCE_PAIRS = 200_000;

    /** How many observed pairs what ships is worth. */
    private static final double CHANCE_WORTH = 3_000;

    private static final double SAME_WORTH = 100;

    /** How many times what ships the learnt may be, or the other way round. */
    private static final double FURTHEST = 4;

    private static final double FURTHEST_OF_WORDS = 1.25;

    private static final int TURNS = 25;

    /** Of the records, how many have a double at least and at most. */
    private static final double FEWEST = 0.02;

    private static final double MOST = 4;

    private Learner() {}

    /** Learns how often records of different entities agree. */
    static void learnChance(Model model, Census census) {
        List<Part> parts = model.parts();
        double[][] counts = new double[parts.size()][Findings.MOST_LEVELS + 1];
        Findings found = new Findings();
        int size = census.size();
        for (long turn = 0; turn < CHANCE_PAIRS && size > 1; turn++) {
            int one = (int) Long.remainderUnsigned(Hash.mix(turn), size);
            int other = (int) Long.remainderUnsigned(Hash.mix(turn + (1L << 40)), size);
            if (one != other) {
                census.compare(one, other, found);
                // Even pairs taken evenly may be doubles, in small tables full of them.
                double chance = 1 - Model.chance(model.score(found));
                for (int part = 0; part < parts.size(); part++) {
                    counts[part][found.level(part)] += chance;
                }
            }
        }
        for (int part = 0; part < parts.size(); part++) {
            model.learnOther(part, blended(model.other(part), counts[part], CHANCE_WORTH));
        }
    }

    /** Learns how often records of one entity agree, and how many there are. */
    static void learnSame(Model model, Pairs pairs, double allPairs, int records) {
        List<Part> parts = model.parts();
        double[][] shipped = new double[parts.size()][];
        for (int part = 0; part < shipped.length; part++) {
            shipped[part] =
                    parts.get(part).levels().stream().mapToDouble(Level::same).toArray();
        }
        model.prior(Model.log2(0.3 * records / allPairs));
        for (int turn = 0; turn < TURNS; turn++) {
            double[][] counts = new double[parts.size()][Findings.MOST_LEVELS + 1];
            double sum = expect(model, pairs, counts);
            double least = FEWEST * records;
            model.prior(Model.log2(Math.max(least, Math.min(MOST * records, sum)) / allPairs));
            for (int part = 0; part < parts.size(); part++) {
                model.learnSame(
                        part,
                        bounded(parts.get(part), shipped[part], blended(shipped[part], counts[part], SAME_WORTH)));
            }
        }
    }

    private static double expect(Model model, Pairs pairs, double[][] counts) {
        double sum = 0;
        Findings found = new Findings();
        for (int pair = 0; pair < pairs.size(); pair++) {
            pairs.tell(pair, found);
            double chance = Model.chance(model.score(found));
            if (chance > 0.001) {
                sum += chance;
                for (int part = 0; part < counts.length; part++) {
                    counts[part][found.level(part)] += chance;
                }
            }
        }
        return sum;
    }

    /** Keeps within sight of what ships: households and branches of one organisation look like doubles to who learns freely. */
    private static double[] bounded(Part part, double[] shipped, double[] learnt) {
        double[] kept = new double[shipped.length];
        boolean isWords = part.levels().stream().filter(Level::isByRarity).count() > 1;
        double furthest = isWords ? FURTHEST_OF_WORDS : FURTHEST;
        for (int level = 0; level < kept.length; level++) {
            kept[level] = Math.max(shipped[level] / furthest, Math.min(shipped[level] * furthest, learnt[level]));
        }
        return kept;
    }

    private static double[] blended(double[] before, double[] counts, double worth) {
        double sum = 0;
        for (int level = 1; level <= before.length; level++) {
            sum += counts[level];
        }
        double[] after = new double[before.length];
        for (int level = 0; level < before.length; level++) {
            after[level] = (worth * before[level] + counts[level + 1]) / (worth + sum);
        }
        return after;
    }
}
