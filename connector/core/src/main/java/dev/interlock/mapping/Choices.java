package dev.interlock.mapping;

import dev.interlock.normalise.Wording;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Flag;
import dev.interlock.record.FieldValueText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forms with a limited number of values. */
sealed interface Choices extends Form {

    /** Upper and lower case, and blanks around, are no difference between choices. */
    static String key(String choice) {
        return Wording.squeeze(Wording.squeeze(choice).toLowerCase(Locale.ROOT));
    }

    /** What an own value means that is not in the table. */
    sealed interface Otherwise {
        /** It is reported. */
        record Report() implements Otherwise {}

        /** It is taken as it is. */
        record Pass() implements Otherwise {}

        /** It is read as this choice of ours. */
        record As(String choice) implements Otherwise {}
    }

    /**
     * A table of choices.
     *
     * @param ours what each own value means, by its {@link #key}
     * @param own how each choice of ours is written
     */
    record Picklist(Map<String, String> ours, Map<String, String> own, Otherwise otherwise) implements Choices {

        public Picklist {
            ours = Map.copyOf(ours);
            own = Map.copyOf(own);
        }

        @Override
        public Reading read(String text) {
            String choice = ours.get(key(text));
            if (choice != null) {
                return Form.said(FieldValue.text(choice));
            }
            return switch (otherwise) {
                case Otherwise.Report report ->
                    new Reading.Unreadable(Form.quote(Wording.squeeze(text)) + " is not in the map of choices");
                case Otherwise.Pass pass -> Form.said(FieldValue.text(Wording.trim(text)));
                case Otherwise.As as -> Form.said(FieldValue.text(as.choice()));
            };
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            String choice = FieldValueText.show(value);
            Optional<String> known = Optional.ofNullable(own.get(choice));
            if (known.isPresent()) {
                return new Spelling.As(known.get());
            }
            return otherwise instanceof Otherwise.Pass
                    ? new Spelling.As(choice)
                    : new Spelling.Refused("there is no such choice as " + Form.quote(choice) + " in the map");
        }
    }

    /** Yes or no, in the system's words. */
    record YesNo(String yes, String no) implements Choices {

        private static final Set<String> YES = Set.of("true", "yes", "y", "1", "on", "t");
        private static final Set<String> NO = Set.of("false", "no", "n", "0", "off", "f");

        @Override
        public Reading read(String text) {
            String word = key(text);
            if (word.equals(key(yes)) || (YES.contains(word) && !word.equals(key(no)))) {
                return Form.said(new Flag(true));
            }
            return word.equals(key(no)) || NO.contains(word)
                    ? Form.said(new Flag(false))
                    : new Reading.Unreadable(Form.quote(text) + " is neither yes nor no");
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            return value instanceof Flag flag ? new Spelling.As(flag.yes() ? yes : no) : Form.wrongKind("flag");
        }
    }
}
