package dev.interlock.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What happens in one run of the simulation: the world it begins with, and the acts, both from a seed. */
record Schedule(long seed, List<Act> acts) {
    static final int ACTS = 60;

    Schedule {
        acts = List.copyOf(acts);
    }

    /** What users do seldom and what makes identity a question: played apart, see {@code SimulationTest}. */
    static final Set<Act.Kind> UPHEAVALS =
            EnumSet.of(Act.Kind.MERGE, Act.Kind.AMBIGUOUS, Act.Kind.SAME_KEY, Act.Kind.HIDE_FIELD);

    static Schedule calm(long seed) {
        Schedule all = of(seed);
        Dice dice = new Dice(~seed);
        return all.with(all.acts().stream()
                .map(act -> UPHEAVALS.contains(act.kind()) ? new Act(Act.Kind.EDIT, dice.next()) : act)
                .toList());
    }

    static Schedule of(long seed) {
        Dice dice = new Dice(seed);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            acts.add(new Act(Act.Kind.CREATE, dice.next()));
        }
        acts.add(new Act(dice.chance(50) ? Act.Kind.STORMY_SYNC : Act.Kind.SYNC, dice.next()));
        while (acts.size() < ACTS) {
            acts.add(new Act(kind(dice), dice.next()));
        }
        return new Schedule(seed, acts);
    }

    private static Act.Kind kind(Dice dice) {
        int at = dice.below(100);
        if (at < 10) {
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
