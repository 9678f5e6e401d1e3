package dev.interlock.normalise;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words without what people write differently: case, accents, script, punctuation, white space. */
public final class Folding {

    private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u2018\u02bc\u00b4`]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_LATIN = Pattern.compile("[^a-z0-9]+");

    /** How often a text may still change before what is left of other scripts is dropped. */
    private static final int PATIENCE = 4;

    /** Longer texts are no names; their other scripts are dropped instead of transliterated, which would take seconds. */
    private static final int LONGEST = 2_000;

    private Folding() {}

    /**
     * Lower-case Latin words, parted by one space; {@code &} and {@code +} become words of their own. Empty if there are
     * no letters or digits. Han is transliterated as Chinese, whatever its language.
     */
    public static String fold(String text) {
        String folded = once(text);
        for (int turn = 0; turn < PATIENCE; turn++) {
            // Latin letters and digits fold to themselves; anything else may need another turn.
            if (Wording.isAscii(folded)) {
                return folded;
            }
            folded = once(folded);
        }
        return NO_LATIN.matcher(folded).replaceAll(" ").strip();
    }

    private static String once(String text) {
        String latin = Wording.isAscii(text) ? text : latin(text);
        String words = latin.toLowerCase(Locale.ROOT).replace("&", " and ").replace("+", " plus ");
        String joined = APOSTROPHES.matcher(words).replaceAll("");
        return NO_WORDS.matcher(joined).replaceAll(" ").strip();
    }

    private static String latin(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        // The transliterator is slow to load and to run, so only texts that need it get to see it.
        boolean isLatin = plain.length() > LONGEST || plain.codePoints().allMatch(Folding::hasAccentsAtMost);
        String latin = isLatin ? plain : Scripts.toLatin(plain);
        StringBuilder letters = new StringBuilder(latin.length());
        latin.codePoints().forEach(point -> appendPlain(letters, point));
        String parted = Normalizer.normalize(letters, Normalizer.Form.NFKD);
        return MARKS.matcher(parted).replaceAll("");
    }

    private static boolean hasAccentsAtMost(int point) {
        return point < 0x250 || (point >= 0x1e00 && point < 0x1f00) || (point >= 0x2000 && point < 0x2070);
    }

    /** Letters that Unicode does not take apart into a letter and an accent. */
    private static void appendPlain(StringBuilder letters, int point) {
        switch (point) {
            case 'ß', 'ẞ' -> letters.append("ss");
            case 'æ', 'Æ' -> letters.append("ae");
            case 'œ', 'Œ' -> letters.append("oe");
            case 'ø', 'Ø' -> letters.append('o');
            case 'ł', 'Ł' -> letters.append('l');
            case 'đ', 'Đ', 'ð', 'Ð' -> letters.append('d');
            case 'þ', 'Þ' -> letters.append("th");
            case 'ı', 'İ' -> letters.append('i');
            case 'ħ', 'Ħ' -> letters.append('h');
            default -> letters.appendCodePoint(point);
        }
    }

    /** Loaded only when a text needs it. */
    private static final class Scripts {
        private static final int PIECE = 200;
        private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

        /** In short pieces, because the time grows with the square of the length. */
        private static String toLatin(String text) {
            StringBuilder latin = new StringBuilder(text.length());
            for (int from = 0; from < text.length(); ) {
                int end = Math.min(text.length(), from + PIECE);
                boolean cutsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
                int to = cutsPair ? end + 1 : end;
                latin.append(TO_LATIN.transliterate(text.substring(from, to)));
                from = to;
            }
            return latin.toString();
        }
    }
}
