package dev.interlock.mapping;

import dev.interlock.normalise.Numbers;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Amount;
import java.math.BigDecimal;

/** Forms of numbers. */
sealed interface Amounts extends Form {

    /** Any number, in plain decimal notation. */
    record Plain() implements Amounts {
        @Override
        public Reading read(String text) {
            return Numbers.read(text)
                    .map(number -> Form.said(new Amount(number)))
                    .orElseGet(() -> new Reading.Unreadable(Form.quote(text) + " is no number"));
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            if (!(value instanceof Amount amount)) {
                return Form.wrongKind("number");
            }
            return Numbers.isHeld(amount.number())
                    ? new Spelling.As(amount.number().toPlainString())
                    : new Spelling.Refused("the number has too many digits");
        }
    }

    /** Money in whole units. */
    record Whole() implements Amounts {
        @Override
        public Reading read(String text) {
            return Numbers.readMoney(text)
                    .map(number -> Form.said(new Amount(number)))
                    .orElseGet(() -> new Reading.Unreadable(Form.quote(text) + " is no amount of money"));
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            return new Plain().write(value, current);
        }
    }

    /** Money in hundredths, without a fraction. */
    record Cents() implements Amounts {

        /** What the JSON numbers of most systems hold exactly. */
        private static final BigDecimal MOST = new BigDecimal("9007199254740991");

        @Override
        public Reading read(String text) {
            return Numbers.read(text)
                    .filter(cents -> cents.stripTrailingZeros().scale() <= 0)
                    .map(cents -> Form.said(new Amount(cents.movePointLeft(2))))
                    .orElseGet(() -> new Reading.Unreadable(Form.quote(text) + " is no whole number of cents"));
        }

        @Override
        public Spelling write(FieldValue value, String current) {
            if (!(value instanceof Amount amount)) {
                return Form.wrongKind("amount");
            }
            if (amount.number().scale() > 2) {
                return new Spelling.Refused("the amount has fractions of a cent");
            }
            BigDecimal cents = amount.number().movePointRight(2);
            return cents.abs().compareTo(MOST) <= 0
                    ? new Spelling.As(cents.toPlainString())
                    : new Spelling.Refused("the amount is too large for a whole number of cents");
        }
    }
}
