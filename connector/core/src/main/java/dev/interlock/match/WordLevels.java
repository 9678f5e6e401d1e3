package dev.interlock.match;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The levels of names of several words. */
final class WordLevels {

    private static final double[] SHARES = {0.999, 0.88, 0.7, 0.5, 0.3};

    private static final List<String> ALIKE =
            List.of("same", "same words", "nearly the same", "mostly the same", "half the same", "some words the same");

    private WordLevels() {}

    /** Where a finding goes. */
    record To(Findings findings, int part) {}

    static List<Level> name() {
        return levels(new double[] {0.42, 0.10, 0.20, 0.10, 0.07, 0.05}, new Level("different", 0.06, 0.97));
    }

    static List<Level> street() {
        return levels(new double[] {0.55, 0.06, 0.16, 0.08, 0.05, 0.04}, new Level("different", 0.06, 0.97));
    }

    static List<Level> line() {
        return levels(new double[] {0.50, 0.05, 0.16, 0.07, 0.05, 0.04}, new Level("different", 0.13, 0.98));
    }

    /** @param matches how often the two of a match agree as far as each of {@link #ALIKE} says */
    private static List<Level> levels(double[] matches, Level different) {
        Stream<Level> alike =
                IntStream.range(0, matches.length).mapToObj(at -> Level.byRarity(ALIKE.get(at), matches[at]));
        return Stream.concat(alike, Stream.of(different)).toList();
    }

    static void compare(WordBag bag, int one, int other, To to) {
        if (one == Lexicon.NONE || other == Lexicon.NONE) {
            to.findings().set(to.part(), Part.MISSING);
            return;
        }
        bag.compare(one, other);
        int level = one == other ? 1 : 2;
        while (level > 1 && level < 7 && bag.share() < SHARES[level - 2]) {
            level++;
        }
        to.findings().set(to.part(), level, level < 7 ? bag.bits() : 0);
    }
}
