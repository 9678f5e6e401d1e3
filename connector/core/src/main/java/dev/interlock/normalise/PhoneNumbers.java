package dev.interlock.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers in E.164 (ITU-T), with an extension after {@code ext.} where there is one. */
public final class PhoneNumbers {

    /** What libphonenumber calls a country that is not known. */
    private static final String NOWHERE = "ZZ";

    private static final int LONGEST = 250;

    private PhoneNumbers() {}

    /**
     * The number in E.164; the text on one line if it is none.
     *
     * @param country ISO alpha-2, for numbers that are written without a country code
     */
    public static String normal(String text, Optional<String> country) {
        String line = Wording.squeeze(text);
        return international(line, country)
                .filter(number -> international(number, country).equals(Optional.of(number)))
                .orElse(line);
    }

    /** How people of its own country write a number in E.164; the text itself if it is none. */
    public static String national(String number) {
        return format(number, PhoneNumberFormat.NATIONAL);
    }

    /** A number in E.164 with its groups parted by blanks; the text itself if it is none. */
    public static String international(String number) {
        return format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    private static String format(String number, PhoneNumberFormat format) {
        return parse(number, Optional.empty())
                .map(parsed -> PhoneNumberUtil.getInstance().format(parsed, format))
                .orElse(number);
    }

    /** Whether the text is a number in E.164, without an extension. */
    public static boolean isInternational(String text) {
        return text.length() > 7
                && text.charAt(0) == '+'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> international(String text, Optional<String> country) {
        return parse(text, country).map(PhoneNumbers::spell);
    }

    private static String spell(PhoneNumber number) {
        String spelled = PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
        return number.hasExtension() && !number.getExtension().isEmpty()
                ? spelled + " ext. " + number.getExtension()
                : spelled;
    }

    private static Optional<PhoneNumber> parse(String text, Optional<String> country) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = library.parse(text, country.orElse(NOWHERE));
            // Possible, not valid: numbering plans grow faster than any list of them.
            return library.isPossibleNumber(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }
}
