package dev.interlock.match;

import dev.interlock.normalise.Folding;
import dev.interlock.normalise.Placeholder;
import java.util.List;

/**
 * Codes and short words that are the same, a slip apart, or different: postal codes, numbers that identify, cities, regions,
 * categories.
 *
 * @param name of its clue
 * @param levels same, close, begins the same, different
 * @param letter bits that each letter of a value is worth in the world
 */
record CodeKind(String name, List<Level> levels, double letter) implements ValueKind {

    private static final int CLOSE = 2;
    private static final int BEGINS = 3;
    private static final int OTHER = 4;

    static CodeKind postcode() {
        return new CodeKind("postal code", levels(0.76, 0.09, 0.05), 2.5);
    }

    static CodeKind identifier() {
        return new CodeKind("number", levels(0.86, 0.08, 0.01), 3.3);
    }

    /** Of which every legal entity has its own. */
    static CodeKind legalNumber() {
        return new CodeKind(
                "number",
                List.of(
                        Level.byRarity("same", 0.93),
                        new Level("close", 0.05, 0.001),
                        new Level("begins the same", 0.01, 0.01),
                        Level.veto("different", 0.01, 0.98)),
                3.3);
    }

    static CodeKind city() {
        return new CodeKind("city", levels(0.76, 0.10, 0.03), 0.8);
    }

    static CodeKind region() {
        return new CodeKind("region", levels(0.82, 0.06, 0.02), 1);
    }

    static CodeKind houseNumber() {
        return new CodeKind("house number", levels(0.82, 0.07, 0.03), 2);
    }

    static CodeKind category(String name) {
        return new CodeKind(name, levels(0.55, 0.03, 0.02), 0.5);
    }

    private static List<Level> levels(double same, double close, double begins) {
        return List.of(
                Level.byRarity("same", same),
                new Level("close", close, 0.004),
                new Level("begins the same", begins, 0.01),
                new Level("different", 1 - same - close - begins, 0.986));
    }

    @Override
    public List<String> read(String cell) {
        return Placeholder.is(cell) ? List.of() : List.of(Folding.fold(cell).replace(" ", ""));
    }

    @Override
    public int grade(byte[] one, byte[] other, Spelling spelling) {
        int length = Math.min(one.length, other.length);
        int slips = length < 4 ? 0 : length < 7 ? 1 : 2;
        boolean isTurned = length > 1
                && length < 4
                && one.length == other.length
                && spelling.distance(one, other, 1) == 1
                && isSorted(one, other);
        if (isTurned || (slips > 0 && spelling.distance(one, other, slips) <= slips)) {
            return CLOSE;
        }
        return length >= 3 && Spelling.sharedStart(one, other) >= 3 ? BEGINS : OTHER;
    }

    /** Whether both have the same letters. */
    private static boolean isSorted(byte[] one, byte[] other) {
        byte[] sorted = one.clone();
        byte[] sortedThere = other.clone();
        java.util.Arrays.sort(sorted);
        java.util.Arrays.sort(sortedThere);
        return java.util.Arrays.equals(sorted, sortedThere);
    }

    @Override
    public Rarity.World world(byte[] value) {
        return new Rarity.World(Math.min(20, 1 + letter * value.length), 0);
    }

    @Override
    public List<String> clues() {
        return List.of(name);
    }

    @Override
    public void clues(byte[] value, int first, Clues into) {
        into.add(first, Hash.mix(value));
    }
}
