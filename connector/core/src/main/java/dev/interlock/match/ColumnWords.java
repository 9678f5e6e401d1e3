package dev.interlock.match;

import dev.interlock.mapping.Trait;
import dev.interlock.normalise.Folding;
import dev.interlock.normalise.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How tables name their columns, from {@code column-words.txt}. */
final class ColumnWords {

    private static final Map<String, Trait> PHRASES = load();
    private static final int LONGEST = 5;

    private ColumnWords() {}

    /** A phrase in a column's name, and what it tells. */
    record Hit(String phrase, Trait trait) {}

    /** What the longest phrase in a column's name tells; of equally long ones the last, which is what is named. */
    static Optional<Hit> in(String name) {
        List<String> words = List.of(folded(name).split(" ", -1));
        Optional<Hit> best = Optional.empty();
        for (int length = Math.min(LONGEST, words.size()); length > 0 && best.isEmpty(); length--) {
            for (int from = words.size() - length; from >= 0 && best.isEmpty(); from--) {
                String phrase = String.join(" ", words.subList(from, from + length));
                best = Optional.ofNullable(PHRASES.get(phrase)).map(trait -> new Hit(phrase, trait));
            }
        }
        return best;
    }

    /** {@code GivenName}, {@code given_name} and {@code given-name} are two words. */
    static String folded(String name) {
        return Folding.fold(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2"));
    }

    private static Map<String, Trait> load() {
        Map<String, Trait> phrases = new HashMap<>();
        for (String line : WordList.beside(ColumnWords.class, "column-words.txt")) {
            Trait trait = Trait.valueOf(line.substring(0, line.indexOf(':')));
            for (String phrase : line.substring(line.indexOf(':') + 1).split("\\|", -1)) {
                phrases.put(phrase, trait);
            }
        }
        return Map.copyOf(phrases);
    }
}
