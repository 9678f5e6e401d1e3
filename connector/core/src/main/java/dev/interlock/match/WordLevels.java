package dev.interlock.match;

import java.util.List;

/** The levels of names of several words. */
final class WordLevels {

    private static final double[] SHARES = {0.999, 0.88, 0.7, 0.5, 0.3};

    private WordLevels() {}

    /** Where a finding goes. */
    record To(Findings findings, int part) {}

    static List<Level> name() {
        return List.of(
                Level.byRarity("same", 0.42),
                Level.byRarity("same words", 0.10),
                Level.byRarity("nearly the same", 0.20),
                Level.byRarity("mostly the same", 0.10),
                Level.byRarity("half the same", 0.07),
                Level.byRarity("some words the same", 0.05),
                new Level("different", 0.06, 0.97));
    }

    static List<Level> street() {
        return List.of(
                Level.byRarity("same", 0.55),
                Level.byRarity("same words", 0.06),
                Level.byRarity("nearly the same", 0.16),
                Level.byRarity("mostly the same", 0.08),
                Level.byRarity("half the same", 0.05),
                Level.byRarity("some words the same", 0.04),
                new Level("different", 0.06, 0.97));
    }

    static List<Level> line() {
        return List.of(
                Level.byRarity("same", 0.50),
                Level.byRarity("same words", 0.05),
                Level.byRarity("nearly the same", 0.16),
                Level.byRarity("mostly the same", 0.07),
                Level.byRarity("half the same", 0.05),
                Level.byRarity("some words the same", 0.04),
                new Level("different", 0.13, 0.98));
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
