package dev.interlock.sandbox.salesforce;

import java.util.OptionalInt;

/** Record ids: a key prefix, the place of the org, a number in base 62, and three letters that tell the case of the rest. */
final class Ids {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String INSTANCE = "5g00000";
    private static final int NUMBER_LENGTH = 5;
    private static final int SHORT = 15;

    private Ids() {}

    /** The 18 character id of the record with this number. */
    static String text(String prefix, int number) {
        char[] digits = new char[NUMBER_LENGTH];
        int rest = number;
        for (int i = NUMBER_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt(rest % DIGITS.length());
            rest /= DIGITS.length();
        }
        return lengthened(prefix + INSTANCE + new String(digits));
    }

    /** The number of the record, if the text is an id of 15 or 18 characters with this prefix that this org gave out. */
    static OptionalInt number(String prefix, String id) {
        if (!wellFormed(id) || !id.startsWith(prefix) || !id.startsWith(INSTANCE, prefix.length())) {
            return OptionalInt.empty();
        }
        long number = 0;
        for (int i = SHORT - NUMBER_LENGTH; i < SHORT; i++) {
            number = number * DIGITS.length() + DIGITS.indexOf(id.charAt(i));
        }
        return number > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    /** Whether this could be an id at all: letters and digits, 15 of them, or 18 with the right ending. */
    static boolean wellFormed(String id) {
        if (id.length() != SHORT && id.length() != 18) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (DIGITS.indexOf(id.charAt(i)) < 0) {
                return false;
            }
        }
        return id.length() == SHORT || lengthened(id.substring(0, SHORT)).equalsIgnoreCase(id);
    }

    static String prefix(String id) {
        return id.substring(0, 3);
    }

    /** 15 characters as they stand in messages of the service. */
    static String shortened(String id) {
        return id.substring(0, SHORT);
    }

    /** Each five characters give one letter: bit i is set when character i is a capital. */
    static String lengthened(String id15) {
        StringBuilder id = new StringBuilder(18).append(id15);
        for (int block = 0; block < 3; block++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char letter = id15.charAt(block * 5 + i);
                if (letter >= 'A' && letter <= 'Z') {
                    bits |= 1 << i;
                }
            }
            id.append(SUFFIX.charAt(bits));
        }
        return id.toString();
    }
}
