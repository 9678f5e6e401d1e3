package dev.interlock.match;

import dev.interlock.normalise.Folding;
import dev.interlock.normalise.Placeholder;
import dev.interlock.normalise.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of an address in English or a neighbouring custom.
 *
 * @param number of the house, empty if there is none; of a range the first
 * @param words of the street, abbreviations written out, without suites and floors
 */
record StreetLine(String number, List<String> words) {

    private static final Map<String, String> WORDS = load();
    private static final Set<String> UNITS =
            Set.of("suite", "unit", "apartment", "floor", "room", "building", "level", "po", "box");

    StreetLine {
        words = List.copyOf(words);
    }

    static StreetLine of(String line) {
        String folded = Placeholder.is(line) ? "" : Folding.fold(line);
        if (folded.isEmpty()) {
            return new StreetLine("", List.of());
        }
        String number = "";
        List<String> words = new ArrayList<>();
        boolean afterUnit = false;
        for (String raw : folded.split(" ", -1)) {
            String word = WORDS.getOrDefault(raw, raw);
            boolean isNumber = Character.isDigit(word.charAt(0)) && !isOrdinal(word);
            if (isNumber && number.isEmpty() && !afterUnit) {
                number = word;
            } else if (!isNumber && !UNITS.contains(word)) {
                words.add(word);
            }
            afterUnit = UNITS.contains(word);
        }
        return new StreetLine(number, words);
    }

    /** The number in a column of its own. */
    static String number(String cell) {
        return Placeholder.is(cell) ? "" : Folding.fold(cell).split(" ", 2)[0];
    }

    private static boolean isOrdinal(String word) {
        return word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th");
    }

    private static Map<String, String> load() {
        Map<String, String> words = new HashMap<>();
        for (String line : WordList.beside(StreetLine.class, "street-words.txt")) {
            String[] spellings = line.split(" ", -1);
            for (String spelling : spellings) {
                words.put(spelling, spellings[0]);
            }
        }
        return Map.copyOf(words);
    }
}
