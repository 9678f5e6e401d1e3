package dev.interlock.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses by what records are looked up, from the records themselves: clues that are rare enough stand alone, others go in
 * pairs. So a value that is missing or misspelt in one place is made good by others.
 */
final class Templates {

    /** A key that more records have is no clue any more; other keys lead to those records. */
    static final int HOT = 150;

    private static final int SAMPLE = 5_000;
    private static final double MOST_CANDIDATES = 25;
    private static final double COVERS = 0.95;
    private static final double LEAST = 0.3;
    private static final int MANY = 200_000;
    private static final int MOST_WHEN_MANY = 12;
    private static final int MOST = 30;

    private Templates() {}

    /**
     * How a template would do.
     *
     * @param candidates per record, on average
     * @param coverage share of the records with the clue that it does not leave out as too common
     */
    private record Trial(Template template, double candidates, double coverage) {}

    static List<Template> choose(Census census, int expected) {
        Clues[] sample = sample(census);
        double scale = (double) Math.max(expected, census.size()) / Math.max(1, sample.length);
        int kinds = census.layout().clues();
        List<Trial> alone = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            trial(sample, scale, new Template(kind, Template.ALONE)).ifPresent(alone::add);
        }
        List<Trial> pairs = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            for (int other = kind + 1; other < kinds; other++) {
                if (!covers(alone, kind) && !covers(alone, other)) {
                    trial(sample, scale, new Template(kind, other)).ifPresent(pairs::add);
                }
            }
        }
        // The less special, the more it forgives.
        pairs.sort(Comparator.comparingDouble(Trial::candidates).reversed());
        int most = expected > MANY ? MOST_WHEN_MANY : MOST;
        List<Template> chosen = new ArrayList<>();
        alone.forEach(trial -> chosen.add(trial.template()));
        pairs.stream().limit(Math.max(0, most - chosen.size())).forEach(trial -> chosen.add(trial.template()));
        return List.copyOf(chosen);
    }

    private static Clues[] sample(Census census) {
        Clues[] sample = new Clues[Math.min(census.size(), SAMPLE)];
        double step = (double) census.size() / Math.max(1, sample.length);
        for (int at = 0; at < sample.length; at++) {
            sample[at] = new Clues(census.layout().clues());
            census.clues((int) (at * step), sample[at]);
        }
        return sample;
    }

    private static boolean covers(List<Trial> alone, int kind) {
        return alone.stream().anyMatch(trial -> trial.template().clue() == kind && trial.coverage() >= COVERS);
    }

    /** How a template would do; empty if it is of no use. */
    private static Optional<Trial> trial(Clues[] sample, double scale, Template template) {
        Postings postings = new Postings();
        for (Clues clues : sample) {
            template.keys(clues, key -> postings.add(key, 0));
        }
        double candidates = 0;
        double all = 0;
        double covered = 0;
        for (Clues clues : sample) {
            double[] found = {0, 0, 0};
            template.keys(clues, key -> {
                double others = (postings.count(key) - 1) * scale;
                found[0] = 1;
                found[1] = others < HOT ? 1 : found[1];
                found[2] += others < HOT ? others : 0;
            });
            all += found[0];
            covered += found[1];
            candidates += found[2];
        }
        Trial trial = new Trial(template, candidates / sample.length, all == 0 ? 0 : covered / all);
        return Optional.of(trial).filter(each -> each.candidates() <= MOST_CANDIDATES && each.coverage() > LEAST);
    }
}
