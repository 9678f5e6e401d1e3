package dev.interlock.simulation;

import java.util.List;

/** All chance of a run: the same seed throws the same numbers, on every machine (SplitMix64, Steele et al. 2014). */
final class Dice {
    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to less than the bound. */
    int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }
}
