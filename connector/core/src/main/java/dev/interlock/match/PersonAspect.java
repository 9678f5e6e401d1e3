package dev.interlock.match;

import dev.interlock.normalise.Folding;
import dev.interlock.normalise.Placeholder;
import java.util.List;

/**
 * A person by given and family name, whichever stands in which column: people and imports put them the wrong way round.
 */
final class PersonAspect implements Aspect {

    private static final int SAME = 1;
    private static final int SHORT = 2;
    private static final int CLOSE = 3;
    private static final int ALIKE = 4;
    private static final int OTHER = 5;
    private static final int STRAIGHT = 1;
    private static final int CROSSED = 2;

    /** About what the levels weigh, to choose between straight and crossed before the model weighs them. */
    private static final double[] ROUGHLY = {0, 8, 4, 5, 2, -4};

    private static final double CROSSING = 5;

    private final Seat seat;
    private final PersonColumns columns;
    private final Level.Force different;
    private final NameLikeness likeness = new NameLikeness();
    private final Lexicon names = new Lexicon(CommonWords.OF_PERSONS);
    private final int[] filled = new int[2];

    /** @param different how names that differ weigh */
    PersonAspect(Seat seat, PersonColumns columns, Level.Force different) {
        this.seat = seat;
        this.columns = columns;
        this.different = different;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public List<Integer> columns() {
        return columns.all();
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(
                        "given name",
                        List.of(
                                Level.byRarity("same", 0.70),
                                new Level("short form or initial", 0.05, 0.01),
                                new Level("close", 0.14, 0.006),
                                new Level("alike", 0.03, 0.03),
                                new Level(
                                        "different", different == Level.Force.SETTLED ? 0.02 : 0.08, 0.94, different))),
                new Part(
                        "family name",
                        List.of(
                                Level.byRarity("same", 0.72),
                                new Level("part of the other", 0.03, 0.003),
                                new Level("close", 0.14, 0.004),
                                new Level("alike", 0.03, 0.02),
                                new Level(
                                        "different", different == Level.Force.SETTLED ? 0.04 : 0.08, 0.95, different))),
                new Part(
                        "order of names",
                        List.of(
                                new Level("as written", 0.97, 0.97),
                                new Level("given and family name swapped", 0.03, 0.5))));
    }

    @Override
    public List<String> clues() {
        return List.of("sound of names", "given name", "family name", "sound of given name", "sound of family name");
    }

    @Override
    public List<Lexicon> lexicons() {
        return List.of(names);
    }

    @Override
    public void read(Row row, int[] into) {
        PersonColumns.Names read = columns.read(row);
        into[seat.number()] = number(read.given(), 0);
        into[seat.number() + 1] = number(read.family(), 1);
    }

    private int number(String name, int which) {
        String folded = Placeholder.is(name) ? "" : Folding.fold(name);
        if (folded.isEmpty()) {
            return Lexicon.NONE;
        }
        count(which, 1);
        return names.add(folded);
    }

    /** As many as have either name have a name, as far as the counts tell. */
    private void count(int which, int more) {
        filled[which] += more;
        names.fill(Math.max(filled[0], filled[1]) - names.filled());
    }

    @Override
    public void repeats(int[] row, int[] earlier) {
        for (int at = 0; at < 2; at++) {
            int name = row[seat.number() + at];
            if (name != Lexicon.NONE && name == earlier[seat.number() + at]) {
                count(at, -1);
                names.forget(name);
            }
        }
    }

    @Override
    public void compare(int[] one, int[] other, Findings into) {
        int given = one[seat.number()];
        int family = one[seat.number() + 1];
        int givenThere = other[seat.number()];
        int familyThere = other[seat.number() + 1];
        int first = level(given, givenThere);
        int last = level(family, familyThere);
        boolean crossed = false;
        if (first != SAME || last != SAME) {
            int firstCrossed = level(given, familyThere);
            int lastCrossed = level(family, givenThere);
            crossed = ROUGHLY[firstCrossed] + ROUGHLY[lastCrossed] - CROSSING > ROUGHLY[first] + ROUGHLY[last];
            first = crossed ? firstCrossed : first;
            last = crossed ? lastCrossed : last;
        }
        into.set(seat.part(), first, first == SAME ? bits(given) : 0);
        into.set(seat.part() + 1, last, last == SAME ? bits(family) : 0);
        into.set(seat.part() + 2, first + last == 0 ? Part.MISSING : crossed ? CROSSED : STRAIGHT);
    }

    private double bits(int name) {
        double world = 2 + 1.1 * names.word(name).length;
        return Rarity.bits(names.count(name, world), names.filled(), new Rarity.World(world, 0));
    }

    private int level(int one, int other) {
        if (one == Lexicon.NONE || other == Lexicon.NONE) {
            return Part.MISSING;
        }
        return one == other
                ? SAME
                : switch (likeness.of(names, one, other)) {
                    case SHORT -> SHORT;
                    case CLOSE -> CLOSE;
                    case ALIKE -> ALIKE;
                    case OTHER -> OTHER;
                };
    }

    @Override
    public void clues(int[] row, Clues into) {
        int given = row[seat.number()];
        int family = row[seat.number() + 1];
        long givenSound = given == Lexicon.NONE ? 0 : likeness.sound(names, given);
        long familySound = family == Lexicon.NONE ? 0 : likeness.sound(names, family);
        if (given != Lexicon.NONE && family != Lexicon.NONE) {
            into.add(seat.clue(), Hash.mix(givenSound ^ familySound));
        }
        // Each name also counts as the other, because columns are mixed up.
        if (given != Lexicon.NONE) {
            into.add(seat.clue() + 1, Hash.mix(names.word(given)));
            into.add(seat.clue() + 3, givenSound);
        }
        if (family != Lexicon.NONE) {
            into.add(seat.clue() + 2, Hash.mix(names.word(family)));
            into.add(seat.clue() + 4, familySound);
        }
    }
}
