package dev.interlock.match;

import dev.interlock.normalise.Wording;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days in the ways that tables hold them. Which of two small numbers is the day stays as it was written. */
final class Dates {

    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?:[T ].*)?");

    private Dates() {}

    /** Eight digits, year first; empty if it is no day. */
    static Optional<String> read(String cell) {
        String text = cell.length() > LONGEST ? "" : Wording.squeeze(cell);
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return Optional.of(text);
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return Optional.of(first.group(1) + two(first.group(2)) + two(first.group(3)));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (!last.matches()) {
            return Optional.empty();
        }
        String year = last.group(3).length() == 4 ? last.group(3) : century(last.group(3)) + last.group(3);
        boolean isMonthFirst = Integer.parseInt(last.group(2)) > 12;
        String month = isMonthFirst ? last.group(1) : last.group(2);
        String day = isMonthFirst ? last.group(2) : last.group(1);
        return Optional.of(year + two(month) + two(day));
    }

    private static String century(String year) {
        return Integer.parseInt(year) < 50 ? "20" : "19";
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
