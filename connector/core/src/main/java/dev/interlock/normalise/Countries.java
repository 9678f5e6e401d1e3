package dev.interlock.normalise;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by ISO 3166-1 alpha-2, however people name them. */
public final class Countries {

    private static final List<String> WORLD_LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "sv", "tr", "zh", "ja", "ar");

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The alpha-2 code for a name, an alpha-2 or an alpha-3 code; empty if nobody calls a country that. */
    public static Optional<String> code(String text) {
        String folded = Folding.fold(text);
        Optional<String> code = Optional.ofNullable(CODES.get(folded));
        return code.isPresent() || !folded.startsWith("the ")
                ? code
                : Optional.ofNullable(CODES.get(folded.substring("the ".length())));
    }

    /** The English name (Unicode CLDR) of an alpha-2 code; the text itself if it is none. */
    public static String name(String code) {
        return !isCode(code) ? code : new ULocale("und_" + code).getDisplayCountry(ULocale.ENGLISH);
    }

    /** The alpha-3 code of an alpha-2 code; the text itself if it is none. */
    public static String alpha3(String code) {
        return !isCode(code) ? code : new ULocale("und_" + code).getISO3Country();
    }

    /** The one that most people of a country speak (Unicode CLDR, likely subtags), and those that many others use. */
    private static List<ULocale> languages(String code) {
        List<ULocale> languages = new ArrayList<>();
        languages.add(ULocale.addLikelySubtags(new ULocale("und_" + code)));
        WORLD_LANGUAGES.forEach(language -> languages.add(new ULocale(language)));
        return languages;
    }

    private static String name(String code, ULocale language) {
        return new ULocale("und_" + code).getDisplayCountry(language);
    }

    private static boolean isCode(String text) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.putIfAbsent(Folding.fold(name(code)), code);
            codes.put(alpha3(code).toLowerCase(Locale.ROOT), code);
        }
        for (String code : Locale.getISOCountries()) {
            languages(code).forEach(language -> codes.putIfAbsent(Folding.fold(name(code, language)), code));
        }
        for (String line : WordList.lines("country-names.txt")) {
            for (String name : line.substring(3).split("\\|", -1)) {
                codes.put(Folding.fold(name), line.substring(0, 2));
            }
        }
        // Codes last: two letters always mean the code.
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        codes.remove("");
        return Map.copyOf(codes);
    }
}
