package dev.interlock.normalise;

import java.text.Normalizer;

/** Free text in its one canonical spelling. */
public final class Wording {

    private Wording() {}

    /**
     * The text without blank ends, with plain line ends, in Unicode normal form C. NUL and halves of surrogate pairs,
     * which neither UTF-8 nor PostgreSQL can hold, are left out.
     */
    public static String trim(String text) {
        String storable = storable(text);
        String composed = isAscii(storable) ? storable : storable(Normalizer.normalize(storable, Normalizer.Form.NFC));
        return strip(composed.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** The text on one line: trimmed, and every run of white space one space. */
    public static String squeeze(String text) {
        String trimmed = trim(text);
        StringBuilder squeezed = new StringBuilder(trimmed.length());
        boolean gap = false;
        for (int at = 0; at < trimmed.length(); at++) {
            char letter = trimmed.charAt(at);
            if (isBlank(letter)) {
                gap = true;
                continue;
            }
            if (gap && !squeezed.isEmpty()) {
                squeezed.append(' ');
            }
            gap = false;
            squeezed.append(letter);
        }
        return trim(squeezed.toString());
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    private static String storable(String text) {
        if (text.codePoints().noneMatch(Wording::isUnstorable)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isUnstorable(point)).forEach(kept::appendCodePoint);
        return storable(kept.toString());
    }

    private static boolean isUnstorable(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** White space as people see it: no-break and zero-width spaces and the byte order mark count too. */
    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || letter == '\u200b'
                || letter == '\ufeff'
                || letter == '\u0085';
    }
}
