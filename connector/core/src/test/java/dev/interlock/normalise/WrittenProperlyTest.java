package dev.interlock.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenProperlyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Acme GmbH                                     | acme             | gmbh
                    ACME, Inc.                                    | acme             | inc
                    Acme Gesellschaft mit beschränkter Haftung    | acme             | gmbh
                    Müller & Söhne GmbH & Co. KG                  | muller and sohne | gmbh and co kg
                    The Acme Company                              | acme             | co
                    Acme & Co                                     | acme             | co
                    Acme Pty. Ltd.                                | acme             | pty ltd
                    Acme Pty Limited                              | acme             | pty ltd
                    Grupo Acme S.A. de C.V.                       | grupo acme       | sa de cv
                    Grupo Acme, S. A. de C. V.                    | grupo acme       | sa de cv
                    Novo A/S                                      | novo             | as
                    Acme Sp. z o.o.                               | acme             | sp z oo
                    Acme Sp. z o. o.                              | acme             | sp z oo
                    ООО Ромашка                                   | romaska          | ooo
                    AT&T Inc                                      | at and t         | inc
                    Société Générale SA                           | societe generale | sa
                    Straße AG                                     | strasse          | ag
                    Booking.com B.V.                              | booking com      | bv
                    Ａｃｍｅ Ltd                                   | acme             | ltd
                    Acme S.à r.l.                                 | acme             | sarl
                    株式会社サンプル                               | sanpuru          | kk
                    """)
    void a_company_name_is_told_from_its_legal_form(String name, String core, String form) {
        assertThat(CompanyName.of(name)).isEqualTo(new CompanyName(core, Optional.of(form)));
    }

    @ParameterizedTest
    @CsvSource({"Limited,limited", "The Company,company", "Limited Co,limited co", "AB,ab", "A.G.,ag", "'',''", "😀,''"
    })
    void a_name_of_legal_forms_only_stays_itself(String name, String core) {
        assertThat(CompanyName.of(name)).isEqualTo(new CompanyName(core, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann O'Neil,Ann,O'Neil",
        "Ann Mary O'Neil,Ann Mary,O'Neil",
        "Ludwig van Beethoven,Ludwig,van Beethoven",
        "Juan de la Cruz,Juan,de la Cruz",
        "Martin King Jr.,Martin,King Jr.",
        "Van Morrison,Van,Morrison",
        "de Vries,'',de Vries",
        "Cher,'',Cher",
        "'','',''"
    })
    void a_full_name_is_cut_before_the_family_name(String full, String first, String last) {
        assertThat(PersonName.split(full)).isEqualTo(new PersonName(first, last));
    }

    @ParameterizedTest
    @CsvSource({"'O''Neil, Ann',ann oneil", "'King, Jr.',king jr", "ANN  O’Neil,ann oneil", "José,jose"})
    void people_are_compared_first_name_first(String name, String form) {
        assertThat(PersonName.matchForm(name)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "' Ann@ACME.com ',ann@acme.com",
        "a@b.co; c@d.co,a@b.co",
        "'Ann <ann@acme.com>',ann@acme.com",
        "mailto:ann@acme.com,ann@acme.com",
        "nothing,nothing",
        "a@b.c.,a@b.c"
    })
    void the_first_e_mail_address_counts(String text, String address) {
        assertThat(EmailAddress.normal(text)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "(415) 555-2671,+14155552671",
        "+49 30 123456,+4930123456",
        "004930123456,004930123456",
        "415-555-2671 ext 9,+14155552671 ext. 9",
        "call me,call me",
        "12,12"
    })
    void a_phone_number_is_international_or_stays_as_it_is(String text, String number) {
        assertThat(PhoneNumbers.normal(text, Optional.of("US"))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Acme.co.uk/about?x=1,acme.co.uk",
        "ann@mail.acme.com,acme.com",
        "acme.com:8080,acme.com",
        "http://user:secret@acme.com/,acme.com",
        "münchen.de,xn--mnchen-3ya.de",
        "xn--mnchen-3ya.de,xn--mnchen-3ya.de",
        "localhost,localhost",
        "co.uk,co.uk",
        "192.168.0.1,192.168.0.1"
    })
    void a_domain_is_what_was_registered(String text, String domain) {
        assertThat(WebDomain.normal(text)).isEqualTo(domain);
    }

    @Test
    void a_host_that_idna_refuses_is_not_cut_down_to_the_labels_that_it_allows() {
        String text = "-\u00fc-.co.uk\u682a\u5f0f\u4f1a\u793e";
        assertThat(WebDomain.registrable(text)).isEmpty();
        assertThat(WebDomain.normal(text)).isEqualTo(text);
        assertThat(WebDomain.normal("co.uk\u682a\u5f0f\u4f1a\u793e")).isEqualTo("co.xn--uk-2j3c581d8wkt3y");
    }

    @ParameterizedTest
    @CsvSource({
        "Philipines,PH",
        "philippines,PH",
        "USA,US",
        "U.S.A.,US",
        "gb,GB",
        "DEU,DE",
        "The Netherlands,NL",
        "Côte d'Ivoire,CI",
        "Türkiye,TR",
        "Turkey,TR",
        "Korea,KR",
        "Deutschland,DE"
    })
    void a_country_is_known_by_many_names(String name, String code) {
        assertThat(Countries.code(name)).contains(code);
    }

    @Test
    void every_country_is_found_by_its_own_name_and_codes() {
        for (String code : Locale.getISOCountries()) {
            assertThat(Countries.code(Countries.name(code))).as(code).contains(code);
            assertThat(Countries.code(Countries.alpha3(code))).as(code).contains(code);
        }
        assertThat(Countries.code("Atlantis")).isEmpty();
        assertThat(Countries.name("PH")).isEqualTo("Philippines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,234.50       | 1234.50
                    1.234,50       | 1234.50
                    1,234          | 1234
                    1.234          | 1.234
                    -3             | -3
                    1.5E3          | 1500
                    $ 1,000        | 1000
                    1000 EUR       | 1000
                    """)
    void an_amount_is_read_where_it_cannot_be_mistaken(String text, String number) {
        assertThat(Numbers.readMoney(text).map(read -> read.toPlainString())).contains(number);
    }

    @ParameterizedTest
    @CsvSource({"1e999", "'1,23,4'", "12 34", "NaN", "1e-200", "abc"})
    void what_is_no_number_is_none(String text) {
        assertThat(Numbers.read(text)).isEmpty();
    }

    @Test
    void times_are_read_as_the_apis_write_them() {
        Instant instant = Instant.parse("2026-01-02T03:04:05Z");
        assertThat(Times.moment("2026-01-02T03:04:05.000+0000")).contains(instant);
        assertThat(Times.moment("2026-01-02T04:04:05+01:00")).contains(instant);
        assertThat(Times.moment("1767323045000")).contains(instant);
        assertThat(Times.moment("2026-01-02")).contains(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(Times.day("2026-01-02T23:59:59+01:00")).contains(LocalDate.of(2026, 1, 2));
        assertThat(Times.day("2026-02-30")).isEmpty();
        assertThat(Times.moment("yesterday")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", "<", "'", "a@", ",", ";", "a.", "é", "株", "1", "1,", ":1", "+1 ", "S.A. ", "and ", "the ", "ltd ",
                "\u0301"
            })
    @Timeout(10)
    void a_very_long_text_takes_no_long_time(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        Wording.squeeze(text);
        Folding.fold(text);
        CompanyName.of(text);
        PersonName.matchForm(PersonName.split(text).full());
        EmailAddress.normal(text + "x");
        PhoneNumbers.normal(text, Optional.of("US"));
        WebDomain.normal(text);
        Countries.code(text);
        Numbers.readMoney(text);
        Times.day(text);
        assertThat(Times.moment(text)).isEmpty();
    }
}
