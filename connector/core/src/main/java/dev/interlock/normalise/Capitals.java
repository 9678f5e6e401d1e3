package dev.interlock.normalise;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capital letters of names: which texts have lost theirs, and what a single word looks like with them. */
final class Capitals {

    /** Letters, with the apostrophe that joins them; anything else parts words. */
    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private static final Set<Character> APOSTROPHES = Set.of('\'', '\u2019');

    private Capitals() {}

    /** Whether capitals tell nothing, because all letters that could be capitals are, or none is. */
    static boolean areLost(String text) {
        boolean hasUpper = text.codePoints().anyMatch(Character::isUpperCase);
        boolean hasLower = text.codePoints().anyMatch(Character::isLowerCase);
        boolean hasTitle = text.codePoints().anyMatch(Character::isTitleCase);
        return hasUpper != hasLower && !hasTitle;
    }

    /** Whether the word is in capitals because it is an abbreviation, as far as its letters tell. */
    static boolean isAbbreviation(String piece) {
        int letters = piece.codePointCount(0, piece.length());
        boolean isUpper = piece.codePoints().noneMatch(Character::isLowerCase)
                && piece.codePoints().anyMatch(Character::isUpperCase);
        boolean isSaid = Folding.fold(piece).chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
        boolean isCode = piece.codePoints().anyMatch(Character::isDigit);
        return isUpper && (letters <= 3 || (letters <= 5 && !isSaid) || isCode);
    }

    /** A word with each of its pieces written large, and the rest of them small. */
    static String of(String word, Spelling spelling) {
        StringBuilder written = new StringBuilder(word.length());
        Matcher pieces = PIECE.matcher(word);
        int end = 0;
        while (pieces.find()) {
            written.append(word, end, pieces.start());
            boolean isEnding = pieces.start() > 1
                    && APOSTROPHES.contains(word.charAt(pieces.start() - 1))
                    && pieces.end() - pieces.start() <= 2;
            written.append(isEnding ? pieces.group().toLowerCase(Locale.ROOT) : spelling.of(pieces.group()));
            end = pieces.end();
        }
        return written.append(word, end, word.length()).toString();
    }

    /** How a piece of a word is spelled. */
    interface Spelling {
        String of(String piece);
    }

    /** The first letter large, the others small; {@code Mc} keeps the letter after it large. */
    static String large(String piece) {
        String small = piece.toLowerCase(Locale.ROOT);
        if (small.length() > 4 && small.startsWith("mc")) {
            return "Mc" + large(small.substring(2));
        }
        int first = small.isEmpty() ? 0 : small.codePointAt(0);
        return small.isEmpty()
                ? small
                : Character.toString(Character.toTitleCase(first)) + small.substring(Character.charCount(first));
    }
}
