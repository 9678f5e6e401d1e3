package dev.interlock.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person's full name taken apart, for comparing and for forms that ask for more than two parts. Nothing is thrown away, and
 * nothing is guessed from the words themselves: without a comma the first name stands first.
 *
 * @param titles {@code Prof. Dr.}, {@code Mrs}; blank if there are none
 * @param given all given names
 * @param family the family name with its particles
 * @param suffix {@code Jr.}, {@code PhD}; blank if there is none
 */
public record FullName(String titles, String given, String family, String suffix) {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lord",
            "lady",
            "rev",
            "hon",
            "herr",
            "frau",
            "hr",
            "fr",
            "dipl-ing",
            "ing",
            "mag",
            "mme",
            "mlle",
            "m",
            "sr",
            "sra",
            "srta",
            "don",
            "doña",
            "sig",
            "dott",
            "dhr",
            "mevr",
            "pan",
            "pani");
    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "msc", "bsc", "cpa", "dds", "jd");

    private static final int MOST_WORDS = 20;

    /** Takes a name apart, also if it was written {@code Last, First}; a name of too many words is a family name. */
    public static FullName of(String text) {
        String line = Wording.squeeze(text);
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        if (words.size() > MOST_WORDS) {
            return new FullName("", "", line, "");
        }
        List<String> suffix = new ArrayList<>();
        while (words.size() > 1 && SUFFIXES.contains(bare(words.getLast()))) {
            suffix.addFirst(words.removeLast());
        }
        List<String> titles = new ArrayList<>();
        while (words.size() > 1 && TITLES.contains(bare(words.getFirst()))) {
            titles.add(words.removeFirst());
        }
        String rest = stripped(String.join(" ", words));
        int comma = rest.indexOf(',');
        boolean reversed = comma > 0 && rest.indexOf(',', comma + 1) < 0;
        PersonName name =
                reversed ? new PersonName(rest.substring(comma + 1), rest.substring(0, comma)) : PersonName.split(rest);
        return new FullName(String.join(" ", titles), name.first(), name.last(), stripped(String.join(" ", suffix)));
    }

    /** First name first, without titles and suffixes: what two spellings of one person share. */
    public String plain() {
        return Wording.squeeze(given + " " + family);
    }

    private static String bare(String word) {
        return stripped(word).toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static String stripped(String words) {
        int end = words.length();
        while (end > 0 && (words.charAt(end - 1) == ',' || words.charAt(end - 1) == ' ')) {
            end--;
        }
        return words.substring(0, end);
    }
}
