package dev.interlock.simulation;

import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens to the calls and to the process during one run: drawn beforehand, so that it can be told. */
final class Weather {

    /** What becomes of a call. */
    enum Fault {
        NONE,
        /** 429, with a time to wait. */
        LIMIT,
        OUTAGE,
        /** No answer, and nothing was done. */
        LOST_BEFORE,
        /** No answer, although it was done. */
        LOST_AFTER,
        LOGIN
    }

    private final Dice dice;
    private final int faultPercent;
    private final int editPercent;
    private int pointsLeft;

    private Weather(Dice dice, int faultPercent, int editPercent, int pointsLeft) {
        this.dice = dice;
        this.faultPercent = faultPercent;
        this.editPercent = editPercent;
        this.pointsLeft = pointsLeft;
    }

    static Weather fair() {
        return new Weather(new Dice(0), 0, 0, Integer.MAX_VALUE);
    }

    static Weather stormy(Dice dice) {
        int faults = dice.one(List.of(0, 0, 3, 10));
        int edits = dice.one(List.of(0, 0, 10, 25));
        int death = dice.chance(60) ? dice.below(dice.one(List.of(20, 60, 150))) : Integer.MAX_VALUE;
        return new Weather(dice, faults, edits, death);
    }

    Fault fault(boolean writing) {
        if (!dice.chance(faultPercent)) {
            return Fault.NONE;
        }
        return dice.one(
                writing
                        ? List.of(Fault.LIMIT, Fault.OUTAGE, Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.LOST_AFTER)
                        : List.of(Fault.LIMIT, Fault.OUTAGE, Fault.LOST_BEFORE, Fault.LOGIN));
    }

    /** The dice for an edit that a user makes just now, if one does. */
    Optional<Dice> edit() {
        return dice.chance(editPercent) ? Optional.of(new Dice(dice.next())) : Optional.empty();
    }

    Dice dice() {
        return dice;
    }

    /** A place where the process can die. */
    void pass(String where) {
        if (pointsLeft-- == 0) {
            throw new Death(where);
        }
    }

    static Trouble trouble(Fault fault) {
        return switch (fault) {
            case LIMIT ->
                new Trouble(
                        Trouble.Kind.LIMIT,
                        new dev.interlock.deliver.Failure("LIMIT", "too many requests", List.of(), ""),
                        Optional.of(Duration.ofSeconds(70)));
            case OUTAGE -> Trouble.of(Trouble.Kind.OUTAGE, "DOWN", "the system is down");
            case LOST_BEFORE, LOST_AFTER -> Trouble.of(Trouble.Kind.NO_ANSWER, "TIMEOUT", "no answer came");
            case LOGIN -> Trouble.of(Trouble.Kind.LOGIN, "EXPIRED", "the token is expired");
            case NONE -> throw new IllegalArgumentException("no fault");
        };
    }
}
