package dev.interlock.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of an address that holds the street, taken apart as far as its own shape tells: a house number at its start
 * ({@code 12 Main St}) or its end ({@code Hauptstr. 12a}), and a unit that is named as one ({@code Apt 4}, {@code Suite 100}).
 *
 * <p>It does not know streets: it cannot tell a number in a name ({@code Straße des 17. Juni}) from a house number elsewhere
 * than at an end, does not read Japanese or Korean block addresses, parts no whole addresses into city and region, and
 * corrects nothing. What it cannot place stays in the street.
 *
 * @param number the house number; blank if none is told
 * @param street what is left, as it was written
 * @param unit flat, suite or floor; blank if none is told
 */
public record StreetAddress(String number, String street, String unit) {

    private static final Pattern UNIT = Pattern.compile(
            "(?:^|,? )(?:(?:apt|apartment|suite|ste|unit|flat|room|rm|floor|fl)\\.? ?#? ?|# ?)([\\p{L}\\p{N}]{1,8})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEADING = Pattern.compile("^(\\d{1,6}(?:[-/]\\d{1,6})?\\p{L}?),? (?=.*\\p{L})");
    private static final Pattern TRAILING = Pattern.compile("(?<=\\p{L}[.]?),? (\\d{1,6}(?:[-/]\\d{1,6})? ?\\p{L}?)$");

    private static final int LONGEST = 300;

    /** Takes a line apart; a line that is too long for a street stays whole. */
    public static StreetAddress of(String text) {
        String line = Wording.squeeze(text);
        if (line.length() > LONGEST) {
            return new StreetAddress("", line, "");
        }
        Matcher unit = UNIT.matcher(line);
        boolean hasUnit = unit.find() && unit.start() > 0;
        String rest = hasUnit ? line.substring(0, unit.start()) : line;
        String flat = hasUnit ? unit.group(1) : "";
        Matcher leading = LEADING.matcher(rest);
        if (leading.find()) {
            return new StreetAddress(leading.group(1), rest.substring(leading.end()), flat);
        }
        Matcher trailing = TRAILING.matcher(rest);
        boolean isUnit = UNIT.matcher(rest).find();
        return !isUnit && trailing.find()
                ? new StreetAddress(trailing.group(1), rest.substring(0, trailing.start()), flat)
                : new StreetAddress("", rest, flat);
    }
}
