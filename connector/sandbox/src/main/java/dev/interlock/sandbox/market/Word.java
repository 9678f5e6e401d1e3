package dev.interlock.sandbox.market;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A word of a name: as it is written at home, and in Latin letters. */
record Word(String text, String latin) {

    /** Letters that plain Latin writes with others; what else carries a mark loses it. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("Ä", "Ae"),
            Map.entry("Ö", "Oe"),
            Map.entry("Ü", "Ue"),
            Map.entry("ß", "ss"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("ı", "i"),
            Map.entry("İ", "I"));

    private static final List<List<String>> CYRILLIC = pairs(
            "ва ло ми тр за ке нор ди фа бе лю гра сти вел кро", "va lo mi tr za ke nor di fa be lyu gra sti vel kro");
    private static final List<List<String>> KATAKANA =
            pairs("ナ コ ミ ト ラ ケ ノ ザ リ フ ベ ソ ヒ ガ", "na ko mi to ra ke no za ri fu be so hi ga");
    private static final List<List<String>> LATIN = pairs(
            "zel vor ta mi ra nor ka bel qui lo fen dra sti xan pri vo lum ber ka do gli ste mar pol tri vex",
            "zel vor ta mi ra nor ka bel qui lo fen dra sti xan pri vo lum ber ka do gli ste mar pol tri vex");

    /** A word of a list: with its Latin spelling behind a slash, or written in plain Latin as its letters suggest. */
    static Word of(String listed) {
        int slash = listed.indexOf('/');
        return slash < 0
                ? new Word(listed, ascii(listed))
                : new Word(listed.substring(0, slash), listed.substring(slash + 1));
    }

    /** A word that nobody has used, in a script: latin, cyrillic or katakana. */
    static Word coined(Dice dice, String script) {
        List<List<String>> syllables = switch (script) {
            case "cyrillic" -> CYRILLIC;
            case "katakana" -> KATAKANA;
            default -> LATIN;
        };
        StringBuilder text = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        for (int left = dice.between(2, 4); left > 0; left--) {
            List<String> syllable = dice.of(syllables);
            text.append(syllable.get(0));
            latin.append(syllable.get(1));
        }
        return new Word(capital(text.toString()), capital(latin.toString()));
    }

    /** This word and another as one. */
    Word with(Word ending) {
        return new Word(text + ending.text(), latin + ending.latin());
    }

    /** The same in letters that any keyboard has. */
    static String ascii(String text) {
        String spelled = text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> SPELLED.getOrDefault(letter, letter))
                .collect(Collectors.joining());
        return withoutMarks(spelled);
    }

    /** The same without the marks of its letters. */
    static String withoutMarks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<List<String>> pairs(String texts, String latins) {
        List<String> one = List.of(texts.split(" "));
        List<String> other = List.of(latins.split(" "));
        return IntStream.range(0, one.size())
                .mapToObj(at -> List.of(one.get(at), other.get(at)))
                .toList();
    }
}
