package dev.interlock.app.assess;

import dev.interlock.mapping.FieldKind;
import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.PhoneNumbers;
import dev.interlock.normalise.Placeholder;
import dev.interlock.normalise.WebDomain;
import dev.interlock.record.FieldValue;
import java.util.Optional;

/** Whether a value that was understood is any good. */
final class Validity {

    private Validity() {}

    /** Why it is not; empty if nothing is wrong. */
    static Optional<String> wrong(FieldKind kind, FieldValue value) {
        if (!(value instanceof FieldValue.Text text)) {
            return Optional.empty();
        }
        return switch (kind) {
            case EMAIL -> unless(EmailAddress.isAddress(text.text()), "no e-mail address");
            case PHONE -> unless(isPhone(text.text()), "no phone number, or one without its country");
            case DOMAIN -> unless(WebDomain.registrable(text.text()).isPresent(), "no web domain");
            case TEXT, PERSON, COMPANY -> unless(!Placeholder.is(text.text()), "a placeholder");
            case COUNTRY, NUMBER, MONEY, DATE, MOMENT, FLAG, CHOICE, MULTI, REFERENCE -> Optional.empty();
        };
    }

    private static boolean isPhone(String text) {
        return PhoneNumbers.isInternational(text.replaceFirst(" ext\\. .*$", ""));
    }

    private static Optional<String> unless(boolean isGood, String why) {
        return isGood ? Optional.empty() : Optional.of(why);
    }
}
