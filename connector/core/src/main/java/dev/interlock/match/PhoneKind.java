package dev.interlock.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Phone numbers by their digits, so that a number with and without its country still meet. */
final class PhoneKind implements ValueKind {

    private static final int SAME_END = 2;
    private static final int CLOSE = 3;
    private static final int SAME_EXCHANGE = 4;
    private static final int OTHER = 5;
    private static final int LOCAL = 7;
    private static final int FEWEST = 6;
    private static final int LONGEST = 80;

    @Override
    public List<Level> levels() {
        return List.of(
                Level.byRarity("same", 0.66),
                new Level("same but for prefixes", 0.06, 0.00005),
                new Level("one slip", 0.06, 0.0002),
                new Level("same exchange", 0.06, 0.005),
                new Level("different", 0.16, 0.99));
    }

    @Override
    public List<String> read(String cell) {
        List<String> found = new ArrayList<>();
        String text = cell.length() > LONGEST ? "" : cell.toLowerCase(java.util.Locale.ROOT);
        for (String one : text.split("[;,|/]|\\bor\\b", -1)) {
            String number = one.split("ext|x", 2)[0];
            StringBuilder digits = new StringBuilder();
            number.chars()
                    .filter(Character::isDigit)
                    .forEach(digit -> digits.append((char) ('0' + Character.digit(digit, 10))));
            if (digits.length() >= FEWEST && digits.chars().distinct().count() > 1) {
                found.add(digits.toString());
            }
        }
        return found;
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        int length = Math.min(one.length, other.length);
        int tail = Math.min(length, LOCAL);
        boolean sameEnd = length >= LOCAL
                && Arrays.equals(one, one.length - tail, one.length, other, other.length - tail, other.length);
        if (sameEnd) {
            return SAME_END;
        }
        if (spelling.distance(one, other, 1) <= 1) {
            return CLOSE;
        }
        boolean exchange = one.length == other.length && Spelling.sharedStart(one, other) >= one.length - 4;
        return exchange ? SAME_EXCHANGE : OTHER;
    }

    @Override
    public Rarity.World world(byte[] value) {
        return new Rarity.World(18, 0.15);
    }

    @Override
    public List<String> clues() {
        return List.of("phone", "phone but two digits");
    }

    @Override
    public void clues(byte[] value, int first, Clues into) {
        byte[] local = Arrays.copyOfRange(value, Math.max(0, value.length - LOCAL), value.length);
        into.add(first, Hash.mix(local));
        into.add(first + 1, Hash.mix(Arrays.copyOf(local, local.length - 2)));
    }
}
