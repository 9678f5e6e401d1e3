package dev.interlock.simulation;

import dev.interlock.routes.system.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens to the calls and to the process during one run: drawn beforehand, so that it can be told. */
final class Weather {

    /** How long a system that met its limit asks to be left alone. */
    static final Duration LIMITED = Duration.ofSeconds(70);

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
        /** No answer, and it is done a moment later. */
        LATE,
        LOGIN
    }

    private final Dice dice;
    private final int faultPercent;
    private final int editPercent;
    private final int storePercent;
    private final int pagePercent;
    /** Answers to creates that are lost, though the record was made. */
    private final int lostPercent;
    /** Deaths between a create and what is kept of it. */
    private final int deathPercent;

    private int pointsLeft;

    private Weather(Dice dice, List<Integer> percents, int pointsLeft) {
        this.dice = dice;
        this.faultPercent = percents.get(0);
        this.editPercent = percents.get(1);
        this.storePercent = percents.get(2);
        this.pagePercent = percents.get(3);
        this.lostPercent = percents.get(4);
        this.deathPercent = percents.get(5);
        this.pointsLeft = pointsLeft;
    }

    static Weather fair() {
        return new Weather(new Dice(0), List.of(0, 0, 0, 0, 0, 0), Integer.MAX_VALUE);
    }

    static Weather stormy(Dice dice) {
        int faults = dice.one(List.of(0, 0, 3, 10));
        int edits = dice.one(List.of(0, 0, 10, 25));
        int death = dice.chance(60) ? dice.below(dice.one(List.of(20, 60, 150))) : Integer.MAX_VALUE;
        int store = dice.one(List.of(0, 0, 0, 2));
        int pages = dice.one(List.of(0, 0, 30));
        int lost = dice.one(List.of(0, 0, 0, 40));
        int deaths = dice.one(List.of(0, 0, 30, 60));
        return new Weather(dice, List.of(faults, edits, store, pages, lost, deaths), death);
    }

    /** Creates are few and dear, so that they meet faults more often. */
    Fault fault(boolean writing, boolean creating) {
        if (creating && dice.chance(lostPercent)) {
            return Fault.LOST_AFTER;
        }
        if (!dice.chance(creating ? 3 * faultPercent : faultPercent)) {
            return Fault.NONE;
        }
        return dice.one(
                writing
                        ? List.of(
                                Fault.LIMIT,
                                Fault.OUTAGE,
                                Fault.LOST_BEFORE,
                                Fault.LOST_AFTER,
                                Fault.LOST_AFTER,
                                Fault.LATE)
                        : List.of(Fault.LIMIT, Fault.OUTAGE, Fault.LOST_BEFORE, Fault.LOGIN));
    }

    /** The dice for an edit that a user makes just now, if one does. */
    Optional<Dice> edit() {
        return dice.chance(editPercent) ? Optional.of(new Dice(dice.next())) : Optional.empty();
    }

    Dice dice() {
        return dice;
    }

    /** Whether the store fails just now. */
    boolean storeFails() {
        return dice.chance(storePercent);
    }

    /** How a page comes: twice, out of order, or with a record told twice. */
    boolean disturbsPage() {
        return dice.chance(pagePercent);
    }

    /** A place where the process can die. */
    void pass(String where) {
        boolean created = deathPercent > 0 && where.startsWith("after ") && where.contains(" CREATE ");
        if (pointsLeft-- == 0 || (created && dice.chance(deathPercent))) {
            throw new Death(where);
        }
    }

    static Trouble trouble(Fault fault) {
        return switch (fault) {
            case LIMIT ->
                new Trouble(
                        Trouble.Kind.LIMIT,
                        new dev.interlock.deliver.Failure("LIMIT", "too many requests", List.of(), ""),
                        Optional.of(LIMITED));
            case OUTAGE -> Trouble.of(Trouble.Kind.OUTAGE, "DOWN", "the system is down");
            case LOST_BEFORE, LOST_AFTER, LATE -> Trouble.of(Trouble.Kind.NO_ANSWER, "TIMEOUT", "no answer came");
            case LOGIN -> Trouble.of(Trouble.Kind.LOGIN, "EXPIRED", "the token is expired");
            case NONE -> throw new IllegalArgumentException("no fault");
        };
    }
}
