package dev.interlock.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All values of one kind that the records have: each is kept once, has a number from 0 on, and is counted. */
final class Lexicon {

    /** The number of no value. */
    static final int NONE = -1;

    private byte[][] words = new byte[64][];
    private int[] counts = new int[64];
    private int[] slots = new int[128];
    private int size;
    private int filled;
    private boolean isSettled;
    private boolean isGuessed;
    private final Map<String, Integer> usual;

    Lexicon() {
        this(Map.of());
    }

    /** @param usual how often values occur in a usual table, as long as nothing else is known */
    Lexicon(Map<String, Integer> usual) {
        this.usual = Map.copyOf(usual);
    }

    boolean isSettled() {
        return isSettled;
    }

    /** The number of a value; counts it once more, unless the counts are settled. */
    int add(String value) {
        int number = number(value.getBytes(StandardCharsets.UTF_8));
        counts[number] += isSettled ? 0 : 1;
        return number;
    }

    /** One record more, or less, has any value. */
    void fill(int more) {
        filled += isSettled ? 0 : more;
    }

    /** How many records have any value. */
    int filled() {
        return filled;
    }

    /** Takes counts from elsewhere; what is added from now on is not counted any more. */
    void settle(Counts known) {
        known.common().forEach((value, count) -> {
            int number = number(value.getBytes(StandardCharsets.UTF_8));
            counts[number] = count;
        });
        filled = known.filled();
        isSettled = true;
    }

    /** Settles on what is usual in a table of so many: of a value that nothing is known of, the world tells how many have it. */
    void guess(int records) {
        settle(new Counts(records, usual));
        isGuessed = true;
    }

    /** How many records have a value that is so rare in the world, in bits. */
    int count(int number, double world) {
        int guess = isGuessed ? (int) Math.round(filled * Math.pow(2, -Math.min(world, 22))) : 0;
        return Math.max(counts[number], guess);
    }

    /** What was counted, as far as it is worth keeping. */
    Counts counted() {
        TreeMap<String, Integer> common = new TreeMap<>();
        IntStream.range(0, size)
                .filter(number -> counts[number] >= Counts.COMMON)
                .filter(number -> text(number).chars().noneMatch(Character::isISOControl))
                .boxed()
                .sorted(Comparator.comparingInt((Integer number) -> -counts[number])
                        .thenComparing(this::text))
                .limit(Counts.MOST)
                .forEach(number -> common.put(text(number), counts[number]));
        return new Counts(filled, common);
    }

    private int number(byte[] word) {
        int mask = slots.length - 1;
        int slot = Hash.of(word) & mask;
        while (slots[slot] != 0) {
            if (Arrays.equals(words[slots[slot] - 1], word)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = size + 1;
        return append(word);
    }

    private int append(byte[] word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        words[size] = word;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = Hash.of(words[number]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    /** One record less has this value. */
    void forget(int number) {
        counts[number]--;
    }

    int count(int number) {
        return counts[number];
    }

    byte[] word(int number) {
        return words[number];
    }

    String text(int number) {
        return new String(words[number], StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }
}
