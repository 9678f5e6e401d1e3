package dev.interlock.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** States and provinces by ISO 3166-2, in the countries that {@code regions.txt} lists: those where addresses name them. */
public final class Regions {

    private static final Map<String, Map<String, String>> CODES = new HashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String line : WordList.lines("regions.txt")) {
            String code = line.substring(0, line.indexOf(':'));
            String[] names = line.substring(line.indexOf(':') + 1).split("\\|", -1);
            Map<String, String> ofCountry = CODES.computeIfAbsent(code.substring(0, 2), any -> new HashMap<>());
            ofCountry.put(Folding.fold(code), code);
            ofCountry.put(Folding.fold(code.substring(3)), code);
            for (String name : names) {
                ofCountry.putIfAbsent(Folding.fold(name), code);
            }
            NAMES.put(code, names[0]);
        }
    }

    private Regions() {}

    /**
     * The code, such as {@code US-CA}, for a name or a code with or without its country; empty if it is none, or the country
     * is not listed.
     *
     * @param country ISO alpha-2: {@code WA} is a state of several
     */
    public static Optional<String> code(String text, String country) {
        Map<String, String> known = CODES.getOrDefault(country.toUpperCase(Locale.ROOT), Map.of());
        return Optional.ofNullable(known.get(Folding.fold(text)));
    }

    /** The name that a code stands for; the text itself if it is none. */
    public static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }
}
