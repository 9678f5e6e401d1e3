package dev.interlock.normalise;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Postcodes in the spelling of their country's post, where that is more than digits. */
public final class Postcodes {

    private record Shape(Pattern pattern, String spelling) {}

    /** Universal Postal Union, postal addressing systems by country; over the letters and digits alone. */
    private static final Map<String, Shape> SHAPES = Map.of(
            "GB", new Shape(Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})"), "$1 $2"),
            "CA", new Shape(Pattern.compile("([A-Z][0-9][A-Z])([0-9][A-Z][0-9])"), "$1 $2"),
            "NL", new Shape(Pattern.compile("([0-9]{4})([A-Z]{2})"), "$1 $2"),
            "SE", new Shape(Pattern.compile("([0-9]{3})([0-9]{2})"), "$1 $2"),
            "PL", new Shape(Pattern.compile("([0-9]{2})([0-9]{3})"), "$1-$2"),
            "PT", new Shape(Pattern.compile("([0-9]{4})([0-9]{3})"), "$1-$2"),
            "BR", new Shape(Pattern.compile("([0-9]{5})([0-9]{3})"), "$1-$2"),
            "JP", new Shape(Pattern.compile("([0-9]{3})([0-9]{4})"), "$1-$2"),
            "US", new Shape(Pattern.compile("([0-9]{5})([0-9]{4})"), "$1-$2"));

    private static final Pattern PARTING = Pattern.compile("[ -]");

    private Postcodes() {}

    /**
     * The postcode in capitals and in its country's spelling; on one line as it was written if it has not that country's
     * shape, leading zeros and all: none is added that a spreadsheet may have eaten.
     *
     * @param country ISO alpha-2
     */
    public static String normal(String text, String country) {
        String line = Wording.squeeze(text);
        Shape shape = SHAPES.get(country.toUpperCase(Locale.ROOT));
        if (shape == null || line.length() > 20) {
            return line;
        }
        String bare = PARTING.matcher(line.toUpperCase(Locale.ROOT)).replaceAll("");
        return shape.pattern().matcher(bare).matches()
                ? shape.pattern().matcher(bare).replaceFirst(shape.spelling())
                : line;
    }
}
