package dev.interlock.mapping;

import dev.interlock.normalise.Countries;
import dev.interlock.normalise.EmailAddress;
import dev.interlock.normalise.PhoneNumbers;
import dev.interlock.normalise.WebDomain;
import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Text;
import dev.interlock.record.FieldValueText;
import java.util.Optional;

/** Forms whose canonical value is a text that the form itself can read. */
sealed interface WordForm extends Form {

    /** The canonical spelling; empty if the text means nothing. */
    String canonical(String text);

    /** The system's spelling of a canonical text. */
    String spell(String canonical, String current);

    @Override
    default Reading read(String text) {
        return Form.said(FieldValue.text(canonical(text)));
    }

    @Override
    default Spelling write(FieldValue value, String current) {
        return new Spelling.As(spell(FieldValueText.show(value), current));
    }

    @Override
    default FieldValue normal(FieldValue value) {
        return value instanceof Text text ? FieldValue.text(canonical(text.text())) : value;
    }

    /** Words as they are, without blank ends. */
    record Words() implements WordForm {
        @Override
        public String canonical(String text) {
            return Wording.trim(text);
        }

        @Override
        public String spell(String canonical, String current) {
            return canonical;
        }
    }

    /** Words on one line: names. */
    record Line() implements WordForm {
        @Override
        public String canonical(String text) {
            return Wording.squeeze(text);
        }

        @Override
        public String spell(String canonical, String current) {
            return canonical;
        }
    }

    /** The first of the e-mail addresses in the column; the others stay. */
    record Email() implements WordForm {
        @Override
        public String canonical(String text) {
            return EmailAddress.normal(text);
        }

        @Override
        public String spell(String canonical, String current) {
            int more = current.indexOf(';');
            String others = more < 0 ? "" : current.substring(more);
            boolean keepsOthers = EmailAddress.isAddress(canonical)
                    && canonical(canonical + others).equals(canonical);
            return keepsOthers ? canonical + others : canonical;
        }
    }

    /** A phone number. */
    record Phone(Optional<String> country, As as) implements WordForm {

        /** How the system shall see it. */
        enum As {
            E164,
            INTERNATIONAL,
            NATIONAL
        }

        @Override
        public String canonical(String text) {
            return PhoneNumbers.normal(text, country);
        }

        @Override
        public String spell(String canonical, String current) {
            String spelled = switch (as) {
                case E164 -> canonical;
                case INTERNATIONAL -> PhoneNumbers.international(canonical);
                case NATIONAL -> PhoneNumbers.national(canonical);
            };
            // A number of another country in its national form would be read as one of this country.
            return canonical(spelled).equals(canonical) ? spelled : canonical;
        }
    }

    /** The registrable domain in the column. */
    record Domain(boolean isUrl) implements WordForm {
        @Override
        public String canonical(String text) {
            return WebDomain.normal(text);
        }

        @Override
        public String spell(String canonical, String current) {
            String url = "https://" + canonical;
            return isUrl && canonical(url).equals(canonical) ? url : canonical;
        }
    }

    /** A country; the canonical form is ISO alpha-2. */
    record Country(As as) implements WordForm {

        /** How the system shall see it. */
        enum As {
            ISO2,
            ISO3,
            NAME
        }

        @Override
        public String canonical(String text) {
            return Countries.code(text).orElse(text);
        }

        @Override
        public Reading read(String text) {
            return Countries.code(text)
                    .map(code -> Form.said(new Text(code)))
                    .orElseGet(() -> new Reading.Unreadable(Form.quote(text) + " is no country we know"));
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            return value instanceof Text text && Countries.code(text.text()).isPresent()
                    ? new Spelling.As(spell(text.text(), current))
                    : new Spelling.Refused(Form.quote(FieldValueText.show(value)) + " is no country we know");
        }

        @Override
        public String spell(String canonical, String current) {
            return switch (as) {
                case ISO2 -> canonical;
                case ISO3 -> Countries.alpha3(canonical);
                case NAME -> Countries.name(canonical);
            };
        }
    }
}
