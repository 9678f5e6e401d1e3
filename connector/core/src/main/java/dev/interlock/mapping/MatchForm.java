package dev.interlock.mapping;

import dev.interlock.normalise.CompanyName;
import dev.interlock.normalise.Countries;
import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.Folding;
import dev.interlock.normalise.PersonName;
import dev.interlock.normalise.PhoneNumbers;
import dev.interlock.normalise.Placeholder;
import dev.interlock.normalise.WebDomain;
import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Many;
import dev.interlock.record.FieldValue.Text;
import dev.interlock.record.FieldValueText;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The exact form that two values must share to count as the same in an identity key. */
public final class MatchForm {

    private MatchForm() {}

    /**
     * The form; empty if the value cannot identify anybody: it is blank, a placeholder such as {@code n/a}, a number that
     * lacks its country, an address under a domain that anybody can join.
     */
    public static Optional<String> of(FieldKind kind, FieldValue value) {
        Optional<String> form = switch (value) {
            case FieldValue.Empty empty -> Optional.empty();
            case Text text -> ofText(kind, text.text());
            case Many many -> {
                TreeSet<String> folded = new TreeSet<>();
                many.choices().forEach(choice -> folded.add(Folding.fold(choice)));
                yield Optional.of(String.join("|", folded));
            }
            case FieldValue.Amount amount -> Optional.of(FieldValueText.show(amount));
            case FieldValue.Day day -> Optional.of(FieldValueText.show(day));
            case FieldValue.Moment moment -> Optional.of(FieldValueText.show(moment));
            case FieldValue.Flag flag -> Optional.of(FieldValueText.show(flag));
            case FieldValue.Link link -> Optional.of(FieldValueText.show(link));
        };
        return form.filter(known -> !known.isBlank());
    }

    private static Optional<String> ofText(FieldKind kind, String text) {
        return switch (kind) {
            case EMAIL -> Optional.of(EmailAddress.normal(text)).filter(EmailAddress::isAddress);
            case PHONE ->
                Optional.of(PhoneNumbers.normal(text, Optional.empty()).replaceFirst(" ext\\. .*$", ""))
                        .filter(PhoneNumbers::isInternational);
            case DOMAIN -> WebDomain.registrable(text).filter(domain -> !WebDomain.isShared(domain));
            case COUNTRY -> Countries.code(text);
            case COMPANY -> named(text, CompanyName.of(text).core());
            case PERSON -> named(text, PersonName.matchForm(text));
            case CHOICE -> Optional.of(Folding.fold(text));
            case TEXT, NUMBER, MONEY, DATE, MOMENT, FLAG, MULTI, REFERENCE ->
                named(text, Wording.squeeze(Wording.squeeze(text).toLowerCase(Locale.ROOT)));
        };
    }

    private static Optional<String> named(String text, String form) {
        return Placeholder.is(text) ? Optional.empty() : Optional.of(form);
    }
}
