package dev.interlock.simulation;

import java.util.ArrayList;
import java.util.List;

/** Takes acts out of a failing schedule for as long as it fails in the same way (delta debugging, Zeller 2002). */
final class Shrinking {
    private final House house;
    private final Guise guise;
    private final Invariant broken;

    private Shrinking(House house, Guise guise, Invariant broken) {
        this.house = house;
        this.guise = guise;
        this.broken = broken;
    }

    static Schedule shrink(House house, Schedule failing, Guise guise, Invariant broken) {
        return new Shrinking(house, guise, broken).shrink(failing);
    }

    private Schedule shrink(Schedule failing) {
        List<Act> acts = new ArrayList<>(failing.acts());
        int size = Math.max(1, acts.size() / 2);
        while (size >= 1) {
            boolean smaller = false;
            for (int from = 0; from < acts.size(); ) {
                List<Act> fewer = new ArrayList<>(acts);
                fewer.subList(from, Math.min(acts.size(), from + size)).clear();
                if (fails(failing.with(fewer))) {
                    acts = fewer;
                    smaller = true;
                } else {
                    from += size;
                }
            }
            size = smaller && size == 1 ? 1 : size / 2;
        }
        return failing.with(acts);
    }

    private boolean fails(Schedule schedule) {
        return Simulation.play(house, schedule, guise)
                .violation()
                .filter(violation -> violation.invariant() == broken)
                .isPresent();
    }
}
