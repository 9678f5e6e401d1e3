package dev.interlock.normalise;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and amounts of money, as systems and people write them. */
public final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern ENGLISH = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern CONTINENTAL = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})*,\\d{1,2}");
    private static final Pattern CURRENCY =
            Pattern.compile("^(?:\\p{Sc}|[A-Z]{3}\\b)\\s*|\\s*(?:\\p{Sc}|\\b[A-Z]{3})$");
    private static final int MOST_DIGITS = 100;

    private Numbers() {}

    /**
     * Reads a number in plain notation, or with groups where these cannot be mistaken: {@code 1,234.50} and
     * {@code 1.234,50}. A comma before exactly three digits parts thousands; a point alone is always a decimal point, as
     * every API writes it. Empty for anything else, and for numbers of more than a hundred digits.
     */
    public static Optional<BigDecimal> read(String text) {
        String number = Wording.squeeze(text);
        if (number.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        if (PLAIN.matcher(number).matches()) {
            return held(new BigDecimal(number));
        }
        if (ENGLISH.matcher(number).matches()) {
            return held(new BigDecimal(number.replace(",", "")));
        }
        if (CONTINENTAL.matcher(number).matches()) {
            return held(new BigDecimal(number.replace(".", "").replace(',', '.')));
        }
        return Optional.empty();
    }

    /** Reads an amount that may carry a currency sign or code, which is left out. */
    public static Optional<BigDecimal> readMoney(String text) {
        String amount = Wording.squeeze(text);
        if (amount.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        Matcher currency = CURRENCY.matcher(amount);
        return read(currency.replaceFirst(""));
    }

    /** Whether the number can be written out without filling a page. */
    public static boolean isHeld(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    private static Optional<BigDecimal> held(BigDecimal number) {
        return isHeld(number) ? Optional.of(number) : Optional.empty();
    }
}
