package dev.interlock.match;

import java.util.List;

/**
 * What agreement and disagreement weigh, in bits (Fellegi and Sunter, 1969): of two records of one entity against two of
 * different ones.
 */
final class Model {

    /** Nothing weighs more, for or against. */
    private static final double MOST = 16;

    /** What a veto weighs: more than everything else together. */
    private static final double VETO = -1000;

    private final List<Part> parts;
    private final Themes themes;
    private final double[][] same;
    private final double[][] other;
    private final double[][] weights;
    private double prior;

    private Model(List<Part> parts, Themes themes) {
        this.parts = parts;
        this.themes = themes;
        same = new double[parts.size()][];
        other = new double[parts.size()][];
        weights = new double[parts.size()][];
    }

    /** The model that ships: it knows nothing of the records yet. */
    static Model shipped(Layout layout) {
        List<Part> parts = layout.parts();
        Model model = new Model(parts, layout.themes());
        for (int part = 0; part < parts.size(); part++) {
            List<Level> levels = parts.get(part).levels();
            model.same[part] = levels.stream().mapToDouble(Level::same).toArray();
            model.other[part] = levels.stream().mapToDouble(Level::other).toArray();
            model.weights[part] = new double[levels.size() + 1];
            model.weigh(part);
        }
        return model;
    }

    List<Part> parts() {
        return parts;
    }

    /** How often two records of one entity agree so. */
    void learnSame(int part, double[] chances) {
        same[part] = settled(part, chances, same[part]);
        weigh(part);
    }

    /** How often two records of different entities agree so. */
    void learnOther(int part, double[] chances) {
        other[part] = settled(part, chances, other[part]);
        weigh(part);
    }

    double[] same(int part) {
        return same[part].clone();
    }

    double[] other(int part) {
        return other[part].clone();
    }

    private double[] settled(int part, double[] learnt, double[] before) {
        double[] chances = learnt.clone();
        for (int level = 0; level < chances.length; level++) {
            boolean stays = parts.get(part).levels().get(level).force() == Level.Force.SETTLED;
            chances[level] = stays ? before[level] : learnt[level];
        }
        return chances;
    }

    private void weigh(int part) {
        for (int level = 1; level < weights[part].length; level++) {
            boolean byRarity = parts.get(part).levels().get(level - 1).isByRarity();
            double weight = log2(same[part][level - 1]) - (byRarity ? 0 : log2(other[part][level - 1]));
            boolean vetoes = parts.get(part).levels().get(level - 1).vetoes();
            weights[part][level] = vetoes ? VETO : Math.max(-MOST, Math.min(MOST, weight));
        }
    }

    /** The chance that two records that share nothing known are one entity, in bits. */
    void prior(double bits) {
        prior = bits;
    }

    double prior() {
        return prior;
    }

    /** What each part weighs, in bits, after what others have told. */
    double[] weigh(Findings found) {
        double[] bits = new double[weights.length];
        for (int part = 0; part < weights.length; part++) {
            bits[part] = weights[part][found.level(part)] + found.bits(part);
        }
        themes.settle(bits, prior);
        return bits;
    }

    /** The logarithm of the odds that both are one entity, in bits. */
    double score(Findings found) {
        double sum = prior;
        for (double bits : weigh(found)) {
            sum += bits;
        }
        return sum;
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Whether something ruled out that both are one entity. */
    static boolean isForbidden(double score) {
        return score < VETO / 2;
    }

    static double chance(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
