package dev.interlock.match;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How alike two different names of persons are. What was compared is remembered, because the same names meet often. */
final class NameLikeness {

    enum Likeness {
        /** A nickname, an initial, or one of several names. */
        SHORT,
        /** A slip of the pen away. */
        CLOSE,
        /** Sounds the same, or begins alike. */
        ALIKE,
        OTHER
    }

    private static final int REMEMBERED = 1 << 16;
    private static final double CLOSE_FROM = 0.92;
    private static final double ALIKE_FROM = 0.84;
    private static final Likeness[] ALL = Likeness.values();

    private final DoubleMetaphone phonetics = new DoubleMetaphone();
    private final Spelling spelling = new Spelling();
    private final long[] pairs = new long[REMEMBERED];
    private long[] sounds = new long[1 << 10];
    private final byte[] answers = new byte[REMEMBERED];

    Likeness of(Lexicon names, int one, int other) {
        long pair = ((long) Math.min(one, other) << 32 | Math.max(one, other)) + 1;
        int slot = (int) (Hash.mix(pair) >>> 48);
        if (pairs[slot] == pair) {
            return ALL[answers[slot]];
        }
        Likeness found = compared(names, one, other);
        pairs[slot] = pair;
        answers[slot] = (byte) found.ordinal();
        return found;
    }

    private Likeness compared(Lexicon names, int here, int there) {
        byte[] one = names.word(here);
        byte[] other = names.word(there);
        if (isInitial(one, other) || isInitial(other, one) || Nicknames.same(one, other)) {
            return Likeness.SHORT;
        }
        int length = Math.min(one.length, other.length);
        int slips = length < 3 ? 0 : length < 6 ? 1 : 2;
        if (spelling.distance(one, other, slips) <= slips) {
            return Likeness.CLOSE;
        }
        if (isWordOf(one, other) || isWordOf(other, one)) {
            return Likeness.SHORT;
        }
        double likeness = Spelling.likeness(one, other);
        if (likeness >= CLOSE_FROM) {
            return Likeness.CLOSE;
        }
        return likeness >= ALIKE_FROM || sound(names, here) == sound(names, there) ? Likeness.ALIKE : Likeness.OTHER;
    }

    private static boolean isInitial(byte[] one, byte[] other) {
        return one.length == 1 && one[0] == other[0];
    }

    /** Whether a name is one of the words of a longer one: {@code anna} of {@code anna maria}. */
    private static boolean isWordOf(byte[] one, byte[] other) {
        if (one.length < 3) {
            return false;
        }
        for (int at = 0; at + one.length <= other.length; at++) {
            boolean starts = at == 0 || other[at - 1] == ' ';
            boolean ends = at + one.length == other.length || other[at + one.length] == ' ';
            if (starts && ends && Arrays.equals(one, 0, one.length, other, at, at + one.length)) {
                return true;
            }
        }
        return false;
    }

    /** The sound of a name, as a hash; never 0. */
    long sound(Lexicon names, int name) {
        if (name >= sounds.length) {
            sounds = Arrays.copyOf(sounds, Math.max(name + 1, sounds.length * 2));
        }
        if (sounds[name] == 0) {
            sounds[name] = Hash.mix(sound(names.text(name)).getBytes(StandardCharsets.UTF_8)) | 1;
        }
        return sounds[name];
    }

    private String sound(String name) {
        String code = phonetics.doubleMetaphone(name.substring(0, Math.min(name.length(), Spelling.LONGEST)));
        return code == null || code.isEmpty() ? name : code;
    }
}
