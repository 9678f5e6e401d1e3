package dev.interlock.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as people type them into forms: read where they cannot be mistaken, and never guessed. */
class AsPeopleTypeTest {

    @ParameterizedTest
    @CsvSource({
        "31.1.2027,2027-01-31",
        "1/31/2027,2027-01-31",
        "31/1/2027,2027-01-31",
        "5/5/2027,2027-05-05",
        "31 January 2027,2027-01-31",
        "'Jan 31, 2027',2027-01-31",
        "31. Januar 2027,2027-01-31",
        "2027-01-31,2027-01-31",
        "29.02.2028,2028-02-29"
    })
    void a_day_is_read_where_it_can_only_be_one(String text, LocalDate day) {
        assertThat(TypedDate.read(text)).isEqualTo(new TypedDate.Sure(day));
    }

    @Test
    void which_number_is_the_month_is_not_guessed() {
        assertThat(TypedDate.read("3/4/2027"))
                .isEqualTo(new TypedDate.Either(LocalDate.of(2027, 4, 3), LocalDate.of(2027, 3, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"29.02.2027", "1/2/27", "31.13.2027", "32/32/2027", "tomorrow", "31 Foo 2027", "", "\0"})
    void what_is_no_day_is_none(String text) {
        assertThat(TypedDate.read(text)).isEqualTo(new TypedDate.None());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.234,50 EUR | 1234.5 EUR
                    € 1,234.50   | 1234.5 EUR
                    CHF1000      | 1000 CHF
                    $1,000       | 1000
                    ¥100         | 100
                    -3 USD       | -3 USD
                    42           | 42
                    """)
    void an_amount_keeps_its_currency_where_that_is_told(String text, String written) {
        assertThat(Money.read(text).map(Money::written)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 ABC", "EUR 5 USD", "EUR", "five", "", "1e999 EUR"})
    void what_is_no_amount_is_none(String text) {
        assertThat(Money.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "California,US,US-CA",
        "ca,US,US-CA",
        "US-CA,US,US-CA",
        "WA,US,US-WA",
        "WA,AU,AU-WA",
        "québec,CA,CA-QC",
        "Bavaria,DE,DE-BY",
        "sao paulo,BR,BR-SP",
        "Wien,AT,AT-9"
    })
    void a_region_is_known_within_its_country(String text, String country, String code) {
        assertThat(Regions.code(text, country)).contains(code);
        assertThat(Regions.code(Regions.name(code), country)).contains(code);
        assertThat(Regions.code(text, "FR")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12 Main St            | 12    | Main St               | ''
                    12a Main St, Apt 4B   | 12a   | Main St               | 4B
                    Hauptstr. 12a         | 12a   | Hauptstr.             | ''
                    100-102 High Road #7  | 100-102 | High Road           | 7
                    Straße des 17. Juni   | ''    | Straße des 17. Juni   | ''
                    Unit 5                | ''    | Unit 5                | ''
                    東京都千代田区1-1       | ''    | 東京都千代田区1-1        | ''
                    """)
    void a_street_is_told_from_its_number_and_unit(String line, String number, String street, String unit) {
        assertThat(StreetAddress.of(line)).isEqualTo(new StreetAddress(number, street, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "sw1a1aa,GB,SW1A 1AA",
        "SW1A 1AA,GB,SW1A 1AA",
        "k1a0b1,CA,K1A 0B1",
        "1234ab,NL,1234 AB",
        "123456789,US,12345-6789",
        "12345,US,12345",
        "80331,DE,80331",
        "hello,GB,hello"
    })
    void a_postcode_has_the_spelling_of_its_country(String text, String country, String written) {
        assertThat(Postcodes.normal(text, country)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Acme Corp - Dublin                  | Acme Corp      | Dublin
                    Acme GmbH, Niederlassung Wien       | Acme GmbH      | Niederlassung Wien
                    Acme Inc. (Austin)                  | Acme Inc.      | Austin
                    Acme - Dublin Branch                | Acme           | Dublin Branch
                    Rolls-Royce - Bentley               | Rolls-Royce - Bentley |
                    Acme, Inc.                          | Acme, Inc.     |
                    Marks (and) Sons                    | Marks (and) Sons |
                    """)
    void a_site_is_told_from_the_company_where_something_says_so(String name, String company, String site) {
        assertThat(CompanySite.of(name)).isEqualTo(new CompanySite(company, Optional.ofNullable(site)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Prof. Dr. Ann van Dyke       | Prof. Dr. | Ann    | van Dyke | ''
                    Mr John Smith Jr.            | Mr        | John   | Smith    | Jr.
                    Smith, John                  | ''        | John   | Smith    | ''
                    Smith, John, PhD             | ''        | John   | Smith    | PhD
                    Cher                         | ''        | ''     | Cher     | ''
                    Dr.                          | ''        | ''     | Dr.      | ''
                    """)
    void a_full_name_is_taken_apart(String text, String titles, String given, String family, String suffix) {
        assertThat(FullName.of(text)).isEqualTo(new FullName(titles, given, family, suffix));
    }

    @Test
    void a_cell_may_hold_several_addresses() {
        assertThat(Mailboxes.in("Ann <ANN@acme.com>; bob@acme.com, ann@acme.com | no"))
                .containsExactly("ann@acme.com", "bob@acme.com");
        assertThat(Mailboxes.in("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.b+news@gmail.com,ab@gmail.com",
        "A.B@googlemail.com,ab@gmail.com",
        "ann+x@outlook.com,ann@outlook.com",
        "a.n+x@acme.com,a.n+x@acme.com",
        "+x@gmail.com,+x@gmail.com",
        "nothing,nothing"
    })
    void tags_are_left_out_only_where_the_provider_says_that_it_reads_them_so(String address, String mailbox) {
        assertThat(Mailboxes.of(address)).isEqualTo(mailbox);
    }

    @Test
    void mailboxes_of_tasks_are_known() {
        assertThat(Mailboxes.isRole("Info@acme.com")).isTrue();
        assertThat(Mailboxes.isRole("ann@acme.com")).isFalse();
        assertThat(Mailboxes.isRole("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gmail.com,true", "linkedin.com,true", "acme.com,false", "acme.blogspot.com,false"})
    void hosts_that_anybody_can_have_a_place_on_are_known(String domain, boolean shared) {
        assertThat(WebDomain.isShared(domain)).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Acme Designated Activity Company | acme  | dac
                    Stavby společnost s ručením omezeným | stavby | sro
                    Acme Ges.m.b.H.                  | acme  | gmbh
                    CÔNG TY TNHH ACME                | acme  | cong ty tnhh
                    Perú Minas S.A.C.                | peru minas | sac
                    """)
    void legal_forms_of_more_countries_are_known(String name, String core, String form) {
        assertThat(CompanyName.of(name)).isEqualTo(new CompanyName(core, Optional.of(form)));
    }

    @Property
    void reading_is_total_and_what_was_read_is_read_again(@ForAll @Nasty String text) {
        TypedDate.read(text);
        Money.read(text)
                .ifPresent(money -> assertThat(Money.read(money.written())).contains(money));
        Regions.code(text, "US")
                .ifPresent(code -> assertThat(Regions.code(code, "US")).contains(code));
        Regions.code("CA", text);
        String postcode = Postcodes.normal(text, "GB");
        assertThat(Postcodes.normal(postcode, "GB")).isEqualTo(postcode);
        String mailbox = Mailboxes.of(text);
        assertThat(Mailboxes.of(mailbox)).isEqualTo(mailbox);
        assertThat(Mailboxes.in(String.join("; ", Mailboxes.in(text)))).isEqualTo(Mailboxes.in(text));
    }

    @Property
    void taking_names_and_streets_apart_is_total_and_loses_no_letter(@ForAll @Nasty String text) {
        String line = Wording.squeeze(text);
        StreetAddress street = StreetAddress.of(text);
        assertThat(street.number().length()
                        + street.street().length()
                        + street.unit().length())
                .isLessThanOrEqualTo(line.length());
        CompanySite site = CompanySite.of(text);
        assertThat(line).startsWith(site.company());
        assertThat(line).contains(site.site().orElse(""));
        FullName name = FullName.of(text);
        assertThat(letters(name.titles() + name.given() + name.family() + name.suffix()))
                .isEqualTo(letters(line));
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", "a", "a ", "1", "1 ", "a,", " - ", "(", "a@b.co ", "+", "1/", "Jr. ", "Dr. ", "é", "株", "A. "
            })
    @Timeout(10)
    void a_very_long_text_takes_no_long_time(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        TypedDate.read(text);
        Regions.code(text, "US");
        StreetAddress.of(text);
        Postcodes.normal(text, "GB");
        CompanySite.of(text);
        FullName.of(text);
        Mailboxes.in(text);
        Mailboxes.of(text);
        CompanyName.parted(text);
        WrittenName.company(text);
        WrittenName.person(text);
        assertThat(Money.read(text)).isEmpty();
    }
}
