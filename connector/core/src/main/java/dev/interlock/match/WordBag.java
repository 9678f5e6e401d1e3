package dev.interlock.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Names of several words, compared word by word in any order: rare words weigh more than common ones, and words that are a
 * slip apart, cut short, or written as one count nearly as much as equal ones.
 */
final class WordBag {

    /** No name has more words that matter. */
    private static final int MOST = 24;

    private static final double NEARLY = 0.92;

    /** Words of one name go together, so each tells less than its rarity. */
    private static final double APART = 0.85;

    /** What the rarity of the second word alone counts, in names. */
    private static final double COUPLE = 2;

    private final Lexicon words;
    private final Lexicon wholes = new Lexicon();
    private final WordLikeness likeness;
    private final Couples couples = new Couples();
    private int[][] parts = new int[64][];
    private final double shared;
    private double share;
    private double bits;

    /**
     * @param shared how many other entities may have the same name for a reason
     */
    WordBag(double shared) {
        this(shared, Map.of());
    }

    /** @param usual how common words are, as long as nothing else is known */
    WordBag(double shared, Map<String, Integer> usual) {
        this.shared = shared;
        words = new Lexicon(usual);
        likeness = new WordLikeness(words);
    }

    /** The number of a name; its words are counted. */
    int add(List<String> tokens) {
        List<String> kept = tokens.size() > MOST ? tokens.subList(0, MOST) : tokens;
        if (kept.isEmpty()) {
            return Lexicon.NONE;
        }
        wholes.fill(1);
        words.fill(1);
        int whole = wholes.add(String.join(" ", kept));
        int[] numbers = kept.stream().mapToInt(words::add).toArray();
        for (int at = 1; at < numbers.length; at++) {
            couples.add(numbers[at - 1], numbers[at]);
        }
        if (whole >= parts.length) {
            parts = Arrays.copyOf(parts, parts.length * 2);
        }
        parts[whole] = numbers;
        return whole;
    }

    /** Compares two names; {@link #share} and {@link #bits} tell how. */
    void compare(int one, int other) {
        if (one == other) {
            share = 1;
            bits = wholeBits(one);
            return;
        }
        int[] here = parts[one];
        int[] there = parts[other];
        long usedHere = 0;
        long usedThere = 0;
        double agreed = 0;
        double sum = 0;
        for (int at = 0; at < here.length; at++) {
            int found = equal(here[at], there, usedThere);
            if (found >= 0) {
                boolean follows = at > 0 && (usedHere & (1L << (at - 1))) != 0;
                sum += follows ? Math.min(rarity(here[at]), following(here[at - 1], here[at])) : rarity(here[at]);
                agreed += 2 * weight(here[at]);
                usedHere |= 1L << at;
                usedThere |= 1L << found;
            }
        }
        for (int[] group :
                likeness.groups(new WordLikeness.Side(here, usedHere), new WordLikeness.Side(there, usedThere))) {
            agreed += NEARLY * Arrays.stream(group).mapToDouble(this::weight).sum();
            sum += NEARLY * Arrays.stream(group).mapToDouble(this::rarity).min().orElse(0);
        }
        double total = weights(here) + weights(there);
        share = total == 0 ? 0 : agreed / total;
        bits = Math.min(20, APART * sum);
    }

    private static int equal(int word, int[] words, long used) {
        for (int at = 0; at < words.length; at++) {
            if (words[at] == word && (used & (1L << at)) == 0) {
                return at;
            }
        }
        return -1;
    }

    private double wholeBits(int whole) {
        double background = 0;
        for (int word : parts[whole]) {
            background += Math.min(1 + 2.0 * words.word(word).length, settledRarity(word));
        }
        int count = wholes.count(whole, background);
        return Rarity.bits(count, filled(), new Rarity.World(Math.max(background, 3), shared));
    }

    /** Where counts are settled, a name of common words is not rarer than they are together. */
    private double settledRarity(int word) {
        return words.isSettled() && words.count(word) >= Counts.COMMON
                ? APART * Model.log2((double) filled() / words.count(word))
                : Double.MAX_VALUE;
    }

    private double rarity(int word) {
        return Rarity.bits(words.count(word, world(word)), filled(), new Rarity.World(world(word), shared));
    }

    /** How rare it is that the second word follows the first: nobody is surprised by {@code services} after {@code social}. */
    private double following(int first, int second) {
        double alone = Math.pow(2, -rarity(second));
        double together = Math.max(0, couples.count(first, second) - 2) + COUPLE * alone;
        return -Model.log2(together / (Math.max(0, words.count(first) - 2) + COUPLE));
    }

    /** How rare a word is in the world, in bits: longer ones are rarer. */
    private double world(int word) {
        return 1 + 1.3 * words.word(word).length;
    }

    private double weight(int word) {
        return Math.max(0.6, Math.log((filled() + 20.0) / (words.count(word) + 1.0)) / Math.log(2));
    }

    private double weights(int[] words) {
        double sum = 0;
        for (int word : words) {
            sum += weight(word);
        }
        return sum;
    }

    /** From 0 to 1: how much of both names agrees. */
    double share() {
        return share;
    }

    /** How rare what agrees is. */
    double bits() {
        return bits;
    }

    String text(int whole) {
        return wholes.text(whole);
    }

    int filled() {
        return wholes.filled();
    }

    List<Lexicon> lexicons() {
        return List.of(words, wholes);
    }

    /** Gives out: the whole without blanks, the longer words, the sound of the first word, the beginning. */
    void clues(int whole, int first, Clues into) {
        byte[] squashed = text(whole).replace(" ", "").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        into.add(first, Hash.mix(squashed));
        int[] numbers = parts[whole];
        for (int word : numbers) {
            if (words.word(word).length > 2) {
                into.add(first + 1, Hash.mix(words.word(word)));
            }
        }
        into.add(first + 2, Hash.mix(Arrays.copyOf(squashed, Math.min(4, squashed.length))));
        into.add(first + 3, Hash.mix(Arrays.copyOfRange(squashed, Math.max(0, squashed.length - 5), squashed.length)));
    }

    static final List<String> CLUES = List.of("name", "word", "beginning", "end");
}
