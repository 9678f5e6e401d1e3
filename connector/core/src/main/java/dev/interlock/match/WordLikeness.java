package dev.interlock.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds among the words that two names do not share those that are nearly the same. */
final class WordLikeness {

    private static final double CLOSE_FROM = 0.9;
    private static final int REMEMBERED = 1 << 16;

    private final Lexicon words;
    private final Spelling spelling = new Spelling();
    private final long[] pairs = new long[REMEMBERED];
    private final boolean[] answers = new boolean[REMEMBERED];

    WordLikeness(Lexicon words) {
        this.words = words;
    }

    /** The words of one name, and as bits those that are settled. */
    record Side(int[] words, long used) {
        boolean isFree(int at) {
            return (used & (1L << at)) == 0;
        }

        Side without(int at) {
            return new Side(words, used | 1L << at);
        }
    }

    /** Groups of words that stand for one another, of those that are not settled. */
    List<int[]> groups(Side one, Side other) {
        List<int[]> found = new ArrayList<>();
        Side here = one;
        Side there = other;
        for (int at = 0; at < one.words().length; at++) {
            for (int to = 0; to < other.words().length && here.isFree(at); to++) {
                if (there.isFree(to) && alike(one.words()[at], other.words()[to])) {
                    found.add(new int[] {one.words()[at], other.words()[to]});
                    here = here.without(at);
                    there = there.without(to);
                }
            }
        }
        joined(here, there, found);
        joined(there, here, found);
        return found;
    }

    /** Two words of one name that the other writes as one. */
    private void joined(Side here, Side there, List<int[]> found) {
        for (int at = 0; at + 1 < here.words().length; at++) {
            if (!here.isFree(at) || !here.isFree(at + 1)) {
                continue;
            }
            byte[] both =
                    (words.text(here.words()[at]) + words.text(here.words()[at + 1])).getBytes(StandardCharsets.UTF_8);
            for (int to = 0; to < there.words().length; to++) {
                byte[] whole = words.word(there.words()[to]);
                if (there.isFree(to)
                        && whole.length > 3
                        && spelling.distance(both, whole, 1) <= (both.length > 6 ? 1 : 0)) {
                    found.add(new int[] {here.words()[at], here.words()[at + 1], there.words()[to]});
                    return;
                }
            }
        }
    }

    private boolean alike(int one, int other) {
        long pair = ((long) Math.min(one, other) << 32 | Math.max(one, other)) + 1;
        int slot = (int) (Hash.mix(pair) >>> 48);
        if (pairs[slot] != pair) {
            pairs[slot] = pair;
            answers[slot] = compared(words.word(one), words.word(other));
        }
        return answers[slot];
    }

    private boolean compared(byte[] one, byte[] other) {
        if (hasDigit(one) || hasDigit(other)) {
            return false;
        }
        byte[] shorter = one.length < other.length ? one : other;
        byte[] longer = shorter == one ? other : one;
        boolean isCut = shorter.length > 2 && Spelling.sharedStart(shorter, longer) == shorter.length;
        int slips = shorter.length < 4 ? 0 : shorter.length < 8 ? 1 : 2;
        return isCut
                || (slips > 0 && spelling.distance(one, other, slips) <= slips)
                || (shorter.length > 3 && Spelling.likeness(one, other) >= CLOSE_FROM);
    }

    private static boolean hasDigit(byte[] word) {
        for (byte letter : word) {
            if (letter >= '0' && letter <= '9') {
                return true;
            }
        }
        return false;
    }
}
