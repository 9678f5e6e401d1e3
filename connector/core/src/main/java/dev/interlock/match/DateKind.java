package dev.interlock.match;

import java.util.Arrays;
import java.util.List;

/** Days: eight digits, year first. */
final class DateKind implements ValueKind {

    private static final int CLOSE = 2;
    private static final int TWO_OF_THREE = 3;
    private static final int SAME_YEAR = 4;
    private static final int OTHER = 5;

    @Override
    public List<Level> levels() {
        return List.of(
                Level.byRarity("same", 0.74),
                new Level("one slip, or day and month swapped", 0.11, 0.003),
                new Level("two of day, month and year the same", 0.06, 0.006),
                new Level("same year", 0.03, 0.02),
                new Level("different", 0.06, 0.97));
    }

    @Override
    public List<String> read(String cell) {
        return Dates.read(cell).map(List::of).orElse(List.of());
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        if (one.length != 8 || other.length != 8) {
            return spelling.distance(one, other, 1) <= 1 ? CLOSE : OTHER;
        }
        if (isSlip(one, other) || isSwapped(one, other)) {
            return CLOSE;
        }
        boolean year = Arrays.equals(one, 0, 4, other, 0, 4);
        int same = (year ? 1 : 0)
                + (Arrays.equals(one, 4, 6, other, 4, 6) ? 1 : 0)
                + (Arrays.equals(one, 6, 8, other, 6, 8) ? 1 : 0);
        return same == 2 ? TWO_OF_THREE : year ? SAME_YEAR : OTHER;
    }

    /** One digit is another one, or two neighbours are swapped. */
    private static boolean isSlip(byte[] one, byte[] other) {
        int first = Arrays.mismatch(one, other);
        int last = 7;
        while (one[last] == other[last]) {
            last--;
        }
        return first == last || (last == first + 1 && one[first] == other[last] && one[last] == other[first]);
    }

    private static boolean isSwapped(byte[] one, byte[] other) {
        return Arrays.equals(one, 0, 4, other, 0, 4)
                && Arrays.equals(one, 4, 6, other, 6, 8)
                && Arrays.equals(one, 6, 8, other, 4, 6);
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Rarity.World world(byte[] value) {
        return new Rarity.World(14, 0);
    }

    @Override
    public List<String> clues() {
        return List.of("date", "year and month", "day and month", "year and day");
    }

    @Override
    public void clues(byte[] value, int first, Clues into) {
        into.add(first, Hash.mix(value));
        if (value.length == 8) {
            into.add(first + 1, Hash.mix(Arrays.copyOf(value, 6)));
            into.add(first + 2, Hash.mix(Arrays.copyOfRange(value, 4, 8)));
            byte[] yearAndDay = Arrays.copyOf(value, 6);
            yearAndDay[4] = value[6];
            yearAndDay[5] = value[7];
            into.add(first + 3, Hash.mix(yearAndDay));
        }
    }
}
