package dev.interlock.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happens in one run of the simulation: the world it begins with, and the acts, both from a seed. */
record Schedule(long seed, List<Act> acts) {
    static final int ACTS = 60;

    Schedule {
        acts = List.copyOf(acts);
    }

    static Schedule of(long seed) {
        Dice dice = new Dice(seed);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            acts.add(new Act(Act.Kind.CREATE, dice.next()));
        }
        acts.add(new Act(Act.Kind.SYNC, dice.next()));
        while (acts.size() < ACTS) {
            acts.add(new Act(kind(dice), dice.next()));
        }
        return new Schedule(seed, acts);
    }

    private static Act.Kind kind(Dice dice) {
        int at = dice.below(100);
        if (at < 9) {
            return Act.Kind.STORMY_SYNC;
        }
        if (at < 16) {
            return Act.Kind.SYNC;
        }
        return dice.one(List.of(Act.Kind.values()).subList(0, Act.Kind.SYNC.ordinal()));
    }

    Schedule with(List<Act> others) {
        return new Schedule(seed, others);
    }

    @Override
    public String toString() {
        return "seed " + seed + " " + acts;
    }
}
