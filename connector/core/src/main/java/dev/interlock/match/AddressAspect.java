package dev.interlock.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where somebody lives or works: the number of the house and the words of the street, which may stand in one column. */
final class AddressAspect implements Aspect {

    /** Other entities of a table at one's own address. */
    private static final double HOUSEMATES = 0.05;

    private static final double LEAST = 1.5;

    private final Seat seat;
    private final List<Integer> numbers;
    private final int street;
    private final CodeKind kind = CodeKind.houseNumber();
    private final Lexicon houses = new Lexicon();
    private final WordBag bag = new WordBag(0.5);
    private final Spelling spelling = new Spelling();

    /**
     * @param numbers columns with the number alone, if there are any
     * @param street the column with the street, and maybe the number
     */
    AddressAspect(Seat seat, List<Integer> numbers, int street) {
        this.seat = seat;
        this.numbers = List.copyOf(numbers);
        this.street = street;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public List<Integer> columns() {
        List<Integer> all = new ArrayList<>(numbers);
        all.add(street);
        return all;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("house number", kind.levels()), new Part("street", WordLevels.street()));
    }

    @Override
    public List<String> clues() {
        List<String> clues = new ArrayList<>(List.of("house number", "street and number"));
        WordBag.CLUES.forEach(clue -> clues.add("street " + clue));
        return clues;
    }

    @Override
    public List<Lexicon> lexicons() {
        List<Lexicon> all = new ArrayList<>(bag.lexicons());
        all.add(houses);
        return all;
    }

    @Override
    public void read(Row row, int[] into) {
        StreetLine line = StreetLine.of(row.cells().get(street));
        String number = line.number();
        for (int column : numbers) {
            String alone = StreetLine.number(row.cells().get(column));
            number = alone.isEmpty() ? number : alone;
        }
        into[seat.number()] = number.isEmpty() ? Lexicon.NONE : houses.add(number);
        houses.fill(number.isEmpty() ? 0 : 1);
        into[seat.number() + 1] = bag.add(line.words());
    }

    @Override
    public void compare(int[] one, int[] other, Findings into) {
        WordLevels.compare(
                bag, one[seat.number() + 1], other[seat.number() + 1], new WordLevels.To(into, seat.part() + 1));
        int house = one[seat.number()];
        int there = other[seat.number()];
        if (house == Lexicon.NONE || there == Lexicon.NONE) {
            into.set(seat.part(), Part.MISSING);
        } else if (house != there) {
            into.set(seat.part(), kind.grade(houses.word(house), houses.word(there), spelling));
        } else {
            Rarity.World world = kind.world(houses.word(house));
            double bits = Rarity.bits(houses.count(house, world.bits()), houses.filled(), world);
            into.set(seat.part(), 1, Math.min(bits, leftToTell(into.bits(seat.part() + 1))));
        }
    }

    /** Others live in the same house: the whole address cannot tell more than that. */
    private double leftToTell(double street) {
        return Math.max(LEAST, Model.log2(Math.max(1, houses.filled()) / HOUSEMATES) - street);
    }

    @Override
    public void clues(int[] row, Clues into) {
        int house = row[seat.number()];
        int words = row[seat.number() + 1];
        if (house != Lexicon.NONE) {
            into.add(seat.clue(), Hash.mix(houses.word(house)));
        }
        if (words != Lexicon.NONE) {
            bag.clues(words, seat.clue() + 2, into);
        }
        if (house != Lexicon.NONE && words != Lexicon.NONE) {
            for (String word : bag.text(words).split(" ", -1)) {
                into.add(
                        seat.clue() + 1,
                        Hash.mix(Hash.mix(houses.word(house)), Hash.mix(word.getBytes(StandardCharsets.UTF_8))));
            }
        }
    }
}
