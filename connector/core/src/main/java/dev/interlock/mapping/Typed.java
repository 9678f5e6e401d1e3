package dev.interlock.mapping;

import com.google.common.base.Splitter;
import dev.interlock.normalise.Countries;
import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.PhoneNumbers;
import dev.interlock.normalise.WebDomain;
import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;

/** Canonical values as a person types them, in our terms and not in any system's. */
public final class Typed {

    private static final Splitter CHOICES = Splitter.on(';').trimResults().omitEmptyStrings();

    private Typed() {}

    /**
     * Reads what was typed for a field; a blank text is the empty value. References are not typed here: they need a look at
     * what is linked.
     *
     * @throws IllegalArgumentException if it is no value of that kind; the message names the field and what to write
     */
    public static FieldValue read(Field field, String typed) {
        String text = Wording.trim(typed);
        if (text.isEmpty()) {
            return FieldValue.EMPTY;
        }
        try {
            return switch (field.kind()) {
                case TEXT -> FieldValue.text(text);
                case PERSON, COMPANY -> name(field, Wording.squeeze(text));
                case CHOICE -> FieldValue.text(Wording.squeeze(text));
                case PHONE -> FieldValue.text(PhoneNumbers.normal(text, Optional.empty()));
                case DOMAIN -> FieldValue.text(WebDomain.normal(text));
                case COUNTRY -> FieldValue.text(Countries.code(text).orElse(text));
                case EMAIL -> FieldValue.text(EmailAddress.normal(text));
                case NUMBER, MONEY -> new FieldValue.Amount(new BigDecimal(text));
                case DATE -> new FieldValue.Day(LocalDate.parse(text));
                case MOMENT -> new FieldValue.Moment(Instant.parse(text));
                case FLAG -> flag(text);
                case MULTI -> new FieldValue.Many(new TreeSet<>(CHOICES.splitToList(text)));
                case REFERENCE -> throw new IllegalArgumentException("a reference is typed as system:id");
            };
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    field.name() + ": " + Form.quote(text) + " is none; write " + example(field.kind()), wrong);
        }
    }

    private static FieldValue name(Field field, String text) {
        boolean isProper =
                field.naming().filter(Naming.Proper.class::isInstance).isPresent();
        return isProper ? ProperLens.proper(field.kind(), FieldValue.text(text)) : FieldValue.text(text);
    }

    private static FieldValue flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("no flag");
        }
        return new FieldValue.Flag(text.equals("true"));
    }

    private static String example(FieldKind kind) {
        return switch (kind) {
            case NUMBER, MONEY -> "a number such as 1250.50";
            case DATE -> "a day such as 2027-01-31";
            case MOMENT -> "a time such as 2027-01-31T14:00:00Z";
            case FLAG -> "true or false";
            case MULTI -> "choices parted by ;";
            case REFERENCE -> "a system and the id of the record there, such as salesforce:001000000000001AAA";
            case TEXT, PERSON, COMPANY, EMAIL, PHONE, DOMAIN, COUNTRY, CHOICE -> "words";
        };
    }
}
