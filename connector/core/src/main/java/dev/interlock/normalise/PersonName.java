package dev.interlock.normalise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A person's name in the two parts that most systems keep. Where a name is cut is a convention, so joining what was split
 * always gives the whole name again.
 *
 * @param first all given names; may be empty
 * @param last family name with its particles and suffixes; empty only if the whole name is
 */
public record PersonName(String first, String last) {

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "ter",
            "ten", "zu", "zum", "zur", "bin", "ibn", "al", "el", "af", "av", "y", "san", "st.");
    private static final Set<String> SUFFIXES =
            Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md");

    public PersonName {
        first = Wording.squeeze(first);
        last = Wording.squeeze(last);
    }

    /** Splits a full name written first name first; a single word is the last name, which systems ask for. */
    public static PersonName split(String full) {
        String name = Wording.squeeze(full);
        List<String> words = Arrays.asList(name.split(" ", -1));
        int cut = words.size() - 1;
        while (cut > 1 && SUFFIXES.contains(words.get(cut).toLowerCase(Locale.ROOT))) {
            cut--;
        }
        while (cut > 0 && PARTICLES.contains(words.get(cut - 1))) {
            cut--;
        }
        return new PersonName(
                String.join(" ", words.subList(0, cut)), String.join(" ", words.subList(cut, words.size())));
    }

    /** Whether a small word belongs to the family name that follows it. */
    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    /** The full name, first name first. */
    public String full() {
        return Wording.squeeze(first + " " + last);
    }

    /** A part of a name. */
    public enum Part {
        FIRST,
        LAST
    }

    /** That part. */
    public String part(Part part) {
        return part == Part.FIRST ? first : last;
    }

    /** The name with that part replaced. */
    public PersonName with(Part part, String words) {
        return part == Part.FIRST ? new PersonName(words, last) : new PersonName(first, words);
    }

    /** The folded name, first name first, also if it was written {@code Last, First}. */
    public static String matchForm(String name) {
        int comma = name.indexOf(',');
        boolean reversed = comma > 0
                && name.indexOf(',', comma + 1) < 0
                && !SUFFIXES.contains(name.substring(comma + 1).strip().toLowerCase(Locale.ROOT));
        return Folding.fold(reversed ? name.substring(comma + 1) + " " + name.substring(0, comma) : name);
    }
}
