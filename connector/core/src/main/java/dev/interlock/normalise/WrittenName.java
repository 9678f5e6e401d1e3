package dev.interlock.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Names as they are written properly. Only what was typed without any sense for capitals is spelled anew: a name in which
 * somebody chose some ({@code eBay}, {@code McDonald}, {@code IBM Deutschland}) stays as it is. No list knows every
 * abbreviation: in a name all of capitals, words of up to three letters, without vowels or with digits, keep theirs.
 */
public final class WrittenName {

    private static final Set<String> SMALL = Set.of(
            "and", "of", "for", "in", "on", "at", "the", "und", "für", "der", "des", "den", "von", "van", "de", "del",
            "della", "di", "da", "do", "dos", "das", "la", "le", "les", "et", "du", "y", "e", "en", "och", "og", "ja",
            "i");
    private static final Map<String, String> SUFFIXES = Map.of(
            "jr", "Jr", "jr.", "Jr.", "sr", "Sr", "sr.", "Sr.", "ii", "II", "iii", "III", "iv", "IV", "phd", "PhD",
            "md", "MD");
    private static final Map<String, Set<String>> FORMS = forms();

    /** No legal form has more words. */
    private static final int LONGEST_FORM = 6;

    /** Longer texts are no names, and stay as they are. */
    private static final int LONGEST = 1_000;

    private WrittenName() {}

    /** A company's name: {@code Müller & Söhne GmbH} for {@code MÜLLER & SÖHNE GMBH}; on one line in any case. */
    public static String company(String name) {
        return settled(name, WrittenName::companyOnce);
    }

    /** A person's name or a part of it: {@code Ludwig van Beethoven} for {@code LUDWIG VAN BEETHOVEN}; on one line in any case. */
    public static String person(String name) {
        return settled(name, WrittenName::personOnce);
    }

    /** A spelling that would be spelled differently again is none. */
    private static String settled(String name, UnaryOperator<String> spelling) {
        String line = Wording.squeeze(name);
        if (line.length() > LONGEST) {
            return line;
        }
        String written = Wording.squeeze(spelling.apply(line));
        return Wording.squeeze(spelling.apply(written)).equals(written) ? written : line;
    }

    private static String companyOnce(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(" ", -1)));
        int form = formAt(words);
        boolean lost = Capitals.areLost(String.join(" ", words.subList(0, form)));
        for (int at = 0; at < form && lost; at++) {
            boolean isInside = at > 0 && at < words.size() - 1;
            words.set(at, companyWord(words.get(at), isInside, form == 1));
        }
        if (form < words.size()) {
            String spelled = form(words.subList(form, words.size()));
            return String.join(" ", words.subList(0, form)) + " " + spelled;
        }
        return String.join(" ", words);
    }

    private static String companyWord(String word, boolean isInside, boolean isAlone) {
        String small = word.toLowerCase(Locale.ROOT);
        if (SMALL.contains(small)) {
            return isInside ? small : Capitals.large(small);
        }
        // A single word of four letters in capitals is an abbreviation as often as not.
        boolean mayBeOne = isAlone && word.length() == 4;
        return Capitals.of(
                word,
                piece ->
                        Capitals.isAbbreviation(piece) || (mayBeOne && isUpper(piece)) ? piece : Capitals.large(piece));
    }

    private static boolean isUpper(String piece) {
        return piece.codePoints().noneMatch(Character::isLowerCase);
    }

    /** Where the longest legal form at the end begins, after at least one word; the number of words if there is none. */
    private static int formAt(List<String> words) {
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            if (FORMS.containsKey(
                    String.join(" ", words.subList(from, words.size())).toLowerCase(Locale.ROOT))) {
                return from;
            }
        }
        return words.size();
    }

    /** The spelling of the list; one that the list has stays as it was chosen. */
    private static String form(List<String> words) {
        String written = String.join(" ", words);
        Set<String> spellings = FORMS.getOrDefault(written.toLowerCase(Locale.ROOT), Set.of(written));
        return spellings.contains(written) ? written : spellings.iterator().next();
    }

    private static Map<String, Set<String>> forms() {
        Map<String, Set<String>> forms = new HashMap<>();
        for (String line : WordList.lines("legal-forms.txt")) {
            for (String spelling : (line.startsWith("^") ? line.substring(1) : line).split("\\|", -1)) {
                forms.computeIfAbsent(spelling.strip().toLowerCase(Locale.ROOT), any -> new LinkedHashSet<>())
                        .add(spelling.strip());
            }
        }
        return forms;
    }

    private static String personOnce(String name) {
        if (!Capitals.areLost(name)) {
            return name;
        }
        String[] words = name.split(" ", -1);
        for (int at = 0; at < words.length; at++) {
            words[at] = personWord(words[at], at > 0);
        }
        return String.join(" ", words);
    }

    private static String personWord(String word, boolean isInside) {
        String small = word.toLowerCase(Locale.ROOT);
        if (isInside && SUFFIXES.containsKey(small)) {
            return SUFFIXES.getOrDefault(small, word);
        }
        if (isInside && PersonName.isParticle(small)) {
            return small;
        }
        boolean isInitials = word.length() == 2 && isUpper(word) && Capitals.isAbbreviation(word) && !hasVowel(word);
        return isInitials ? word : Capitals.of(word, Capitals::large);
    }

    private static boolean hasVowel(String word) {
        return Folding.fold(word).chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }
}
