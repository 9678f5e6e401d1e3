package dev.interlock.normalise;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as it is compared and kept: lower case, without blanks and display name. */
public final class EmailAddress {

    private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;:]+@[^@\\s<>\",;:]+\\.[^@\\s<>\",;:.]+");
    private static final Pattern WRAPPING = Pattern.compile("^(?:mailto:)?[<\"'(]*|[>\"').]*$");

    /** Longer words are no address, and would only cost time. */
    private static final int LONGEST_WRAPPED = 320;

    private EmailAddress() {}

    /** The first address in the text; the text on one line in lower case if there is none. */
    public static String normal(String text) {
        String lower = Wording.squeeze(Wording.squeeze(text).toLowerCase(Locale.ROOT));
        for (String part : BETWEEN.split(lower, -1)) {
            if (part.length() > LONGEST_WRAPPED) {
                continue;
            }
            String bare = WRAPPING.matcher(part).replaceAll("");
            if (isAddress(bare)) {
                return bare;
            }
        }
        return lower;
    }

    public static boolean isAddress(String text) {
        // Longer ones exist in no mail system: RFC 5321, 4.5.3.1.
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }

    /** What follows the at sign; empty if it is no address. */
    public static String host(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
