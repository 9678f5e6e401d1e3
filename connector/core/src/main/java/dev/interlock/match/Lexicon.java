package dev.interlock.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** All values of one kind that the records have: each is kept once, has a number from 0 on, and is counted. */
final class Lexicon {

    /** The number of no value. */
    static final int NONE = -1;

    private byte[][] words = new byte[64][];
    private int[] counts = new int[64];
    private int[] slots = new int[128];
    private int size;

    /** The number of a value; counts it once more. */
    int add(String value) {
        int number = number(value.getBytes(StandardCharsets.UTF_8));
        counts[number]++;
        return number;
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
