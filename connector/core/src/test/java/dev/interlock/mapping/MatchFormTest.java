package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Amount;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchFormTest {

    @ParameterizedTest
    @CsvSource({
        "COMPANY,'The ACME, Inc.',acme",
        "PERSON,'O’Neil, Ann',ann oneil",
        "EMAIL,Ann@Acme.com,ann@acme.com",
        "PHONE,+1 415 555 2671 ext 3,+14155552671",
        "DOMAIN,https://www.acme.co.uk/x,acme.co.uk",
        "COUNTRY,Philipines,PH",
        "TEXT,' ABC  1 ',abc 1",
        "CHOICE,Closed-Won,closed won"
    })
    void values_are_the_same_when_their_forms_are(FieldKind kind, String text, String form) {
        assertThat(MatchForm.of(kind, FieldValue.text(text))).isEqualTo(Optional.of(form));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY,Unknown",
        "PERSON,N/A",
        "EMAIL,nobody",
        "PHONE,415 555 2671",
        "DOMAIN,gmail.com",
        "DOMAIN,localhost",
        "COUNTRY,Atlantis",
        "TEXT,-",
        "TEXT,' '"
    })
    void what_says_nothing_identifies_nobody(FieldKind kind, String text) {
        assertThat(MatchForm.of(kind, FieldValue.text(text))).isEmpty();
    }

    @Test
    void numbers_are_the_same_by_value() {
        assertThat(MatchForm.of(FieldKind.MONEY, new Amount(new BigDecimal("1.50"))))
                .contains("1.5");
    }
}
