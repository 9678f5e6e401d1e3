package dev.interlock.mapping;

import static dev.interlock.mapping.Laws.raw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.normalise.PersonName.Part;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValue.Amount;
import dev.interlock.record.FieldValue.Day;
import dev.interlock.record.FieldValue.Flag;
import dev.interlock.record.FieldValue.Moment;
import dev.interlock.record.FieldValue.Text;
import dev.interlock.record.RawFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each lens reads and writes, seen through a mapping as an admin writes it. */
class LensTest {

    /** The lens of a field in HubSpot, by its type and the text of its binding. */
    private static Lens lens(String type, String binding) {
        String record = Files.field("a:", "  type: " + type, "  systems:", "    hubspot: " + binding);
        Configuration read = Files.good(Files.file("s.yaml", Files.SETTINGS), Files.file("r.yaml", record));
        return read.records()
                .values()
                .iterator()
                .next()
                .fields()
                .get("a")
                .bindings()
                .values()
                .iterator()
                .next()
                .lens();
    }

    private static Reading read(Lens lens, String text) {
        return lens.get(raw("a", text), Links.NONE);
    }

    private static Writing write(Lens lens, FieldValue value) {
        return lens.put(value, RawFields.NONE, Links.NONE);
    }

    private static Writing wrote(String text) {
        return new Writing.Put(raw("a", text));
    }

    private static Amount amount(String number) {
        return new Amount(new BigDecimal(number));
    }

    @Test
    void text_is_trimmed_and_an_empty_one_is_a_blank() {
        Lens lens = lens("text", "a");
        assertThat(read(lens, "  O'Brien \u00a0")).isEqualTo(Form.said(new Text("O'Brien")));
        assertThat(read(lens, " \u00a0 ")).isEqualTo(Form.said(FieldValue.EMPTY));
        assertThat(write(lens, FieldValue.EMPTY))
                .isEqualTo(new Writing.Put(new RawFields(Map.of("a", Optional.empty()))));
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_its_length() {
        assertThat(write(lens("text", "{ field: a, max: 5 }"), new Text("abcdef")))
                .isEqualTo(new Writing.Unwritable("a: the value has 6 characters, and the column holds 5"));
        assertThat(write(lens("text", "{ field: a, max: 5 }"), new Text("abcde")))
                .isEqualTo(wrote("abcde"));
    }

    @Test
    void a_choice_is_read_in_any_case_and_one_that_is_not_mapped_is_reported() {
        Lens lens = lens("choice", "{ field: a, map: { \"Closed Won\": won } }");
        assertThat(read(lens, "closed  WON")).isEqualTo(Form.said(new Text("won")));
        assertThat(write(lens, new Text("won"))).isEqualTo(wrote("Closed Won"));
        assertThat(read(lens, "New")).isEqualTo(new Reading.Unreadable("'New' is not in the map of choices"));
        assertThat(write(lens, new Text("lost")))
                .isEqualTo(new Writing.Unwritable("a: there is no such choice as 'lost' in the map"));
    }

    @Test
    void a_choice_that_is_not_mapped_may_pass_or_have_a_default() {
        assertThat(read(lens("choice", "{ field: a, map: { New: open }, otherwise: pass }"), "Odd"))
                .isEqualTo(Form.said(new Text("Odd")));
        Lens byDefault = lens("choice", "{ field: a, map: { New: open }, otherwise: { default: open } }");
        assertThat(read(byDefault, "Odd")).isEqualTo(Form.said(new Text("open")));
        // The odd choice means the same, so it is not overwritten.
        assertThat(byDefault.put(new Text("open"), raw("a", "Odd"), Links.NONE)).isEqualTo(wrote("Odd"));
    }

    @Test
    void a_choice_that_would_pass_and_come_back_as_another_is_not_written() {
        Lens lens = lens("choice", "{ field: a, map: { New: open }, otherwise: pass }");
        assertThat(write(lens, new Text("New")))
                .isEqualTo(new Writing.Unwritable("a cannot hold the value: it would be read back as another"));
    }

    @Test
    void money_may_be_kept_in_cents_which_hold_no_fraction() {
        Lens lens = lens("money", "{ field: a, scale: cents }");
        assertThat(read(lens, "1999")).isEqualTo(Form.said(amount("19.99")));
        assertThat(write(lens, amount("19.99"))).isEqualTo(wrote("1999"));
        assertThat(write(lens, amount("20"))).isEqualTo(wrote("2000"));
        assertThat(write(lens, amount("0.005")))
                .isEqualTo(new Writing.Unwritable("a: the amount has fractions of a cent"));
        assertThat(write(lens, amount("1e15")))
                .isEqualTo(new Writing.Unwritable("a: the amount is too large for a whole number of cents"));
        assertThat(read(lens, "19.99")).isEqualTo(new Reading.Unreadable("'19.99' is no whole number of cents"));
    }

    @Test
    void numbers_without_end_are_not_read() {
        assertThat(read(lens("number", "a"), "1e999999999")).isInstanceOf(Reading.Unreadable.class);
        assertThat(read(lens("number", "a"), "1.50")).isEqualTo(Form.said(amount("1.5")));
    }

    @Test
    void dates_are_written_as_each_system_wants_them() {
        Day day = new Day(LocalDate.of(2026, 1, 2));
        assertThat(write(lens("date", "a"), day)).isEqualTo(wrote("2026-01-02"));
        assertThat(write(lens("date", "{ field: a, format: epoch-ms }"), day)).isEqualTo(wrote("1767312000000"));
        Lens german = lens("date", "{ field: a, format: dd.MM.yyyy }");
        assertThat(write(german, day)).isEqualTo(wrote("02.01.2026"));
        assertThat(read(german, "02.01.2026")).isEqualTo(Form.said(day));
        assertThat(read(german, "30.02.2026")).isEqualTo(new Reading.Unreadable("'30.02.2026' is no date"));
        assertThat(write(lens("date", "{ field: a, format: dd.MM.yy }"), new Day(LocalDate.of(1926, 1, 2))))
                .isInstanceOf(Writing.Unwritable.class);
    }

    @Test
    void moments_are_written_as_each_system_wants_them() {
        Moment moment = new Moment(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(write(lens("moment", "a"), moment)).isEqualTo(wrote("2026-01-02T03:04:05Z"));
        assertThat(write(lens("moment", "{ field: a, format: epoch-ms }"), moment))
                .isEqualTo(wrote("1767323045000"));
        Lens salesforce = lens("moment", "{ field: a, format: salesforce }");
        assertThat(write(salesforce, moment)).isEqualTo(wrote("2026-01-02T03:04:05.000+0000"));
        assertThat(read(salesforce, "2026-01-02T03:04:05.000+0000")).isEqualTo(Form.said(moment));
    }

    @Test
    void a_flag_is_written_in_the_words_of_the_system() {
        Lens lens = lens("flag", "{ field: a, yes: Active, no: Inactive }");
        assertThat(read(lens, "ACTIVE")).isEqualTo(Form.said(new Flag(true)));
        assertThat(read(lens, "no")).isEqualTo(Form.said(new Flag(false)));
        assertThat(write(lens, new Flag(false))).isEqualTo(wrote("Inactive"));
        assertThat(read(lens, "perhaps")).isEqualTo(new Reading.Unreadable("'perhaps' is neither yes nor no"));
    }

    @Test
    void a_phone_number_is_kept_in_e164_and_written_as_the_system_shows_it() {
        Lens lens = lens("phone", "{ field: a, country: US, as: national }");
        assertThat(read(lens, "415 555 2671")).isEqualTo(Form.said(new Text("+14155552671")));
        assertThat(write(lens, new Text("+14155552671"))).isEqualTo(wrote("(415) 555-2671"));
        assertThat(write(lens, new Text("+4930123456"))).isEqualTo(wrote("+4930123456"));
        assertThat(lens.put(new Text("+14155552671"), raw("a", "415.555.2671"), Links.NONE))
                .isEqualTo(wrote("415.555.2671"));
        assertThat(read(lens, "ask Ann")).isEqualTo(Form.said(new Text("ask Ann")));
    }

    @Test
    void a_country_is_kept_by_code_and_written_as_the_system_names_it() {
        assertThat(read(lens("country", "a"), "Philipines")).isEqualTo(Form.said(new Text("PH")));
        assertThat(write(lens("country", "{ field: a, as: name }"), new Text("PH")))
                .isEqualTo(wrote("Philippines"));
        assertThat(write(lens("country", "{ field: a, as: iso3 }"), new Text("PH")))
                .isEqualTo(wrote("PHL"));
        assertThat(read(lens("country", "a"), "Atlantis"))
                .isEqualTo(new Reading.Unreadable("'Atlantis' is no country we know"));
    }

    @Test
    void the_other_addresses_in_an_e_mail_column_stay() {
        Lens lens = lens("email", "a");
        assertThat(read(lens, "Ann@a.co; ann@b.co")).isEqualTo(Form.said(new Text("ann@a.co")));
        assertThat(lens.put(new Text("new@a.co"), raw("a", "Ann@a.co; ann@b.co"), Links.NONE))
                .isEqualTo(wrote("new@a.co; ann@b.co"));
    }

    @Test
    void a_domain_is_read_out_of_a_url_which_stays_while_it_means_the_same() {
        Lens lens = lens("domain", "{ field: a, as: url }");
        assertThat(read(lens, "https://www.acme.com/en")).isEqualTo(Form.said(new Text("acme.com")));
        assertThat(lens.put(new Text("acme.com"), raw("a", "https://www.acme.com/en"), Links.NONE))
                .isEqualTo(wrote("https://www.acme.com/en"));
        assertThat(lens.put(new Text("acme.de"), raw("a", "https://www.acme.com/en"), Links.NONE))
                .isEqualTo(wrote("https://acme.de"));
    }

    @Test
    void a_constant_is_written_and_never_read() {
        Lens lens = lens("text", "{ field: a, use: const, value: partner }");
        assertThat(read(lens, "else")).isEqualTo(new Reading.Unsaid());
        assertThat(write(lens, new Text("anything"))).isEqualTo(wrote("partner"));
    }

    @Test
    void a_name_in_two_columns_stays_cut_where_it_is() {
        Lens lens = lens("person", "{ field: [f, l], use: join-name }");
        RawFields now = new RawFields(Map.of("f", Optional.of("Ann"), "l", Optional.of("Mary Smith")));
        assertThat(lens.get(now, Links.NONE)).isEqualTo(Form.said(new Text("Ann Mary Smith")));
        assertThat(lens.put(new Text("Anna Mary Smith"), now, Links.NONE))
                .isEqualTo(new Writing.Put(
                        new RawFields(Map.of("f", Optional.of("Anna"), "l", Optional.of("Mary Smith")))));
        assertThat(lens.put(new Text("Cher"), now, Links.NONE))
                .isEqualTo(new Writing.Put(new RawFields(Map.of("f", Optional.empty(), "l", Optional.of("Cher")))));
        assertThat(lens.get(raw("f", "Ann"), Links.NONE)).isEqualTo(new Reading.Unsaid());
    }

    @Test
    void two_parts_of_a_full_name_are_put_one_after_the_other() {
        Lens first = new SplitNameLens("a", Part.FIRST);
        Lens last = new SplitNameLens("a", Part.LAST);
        RawFields now = raw("a", "Ann Smith");
        Writing one = first.put(new Text("Eve"), now, Links.NONE);
        assertThat(one).isEqualTo(wrote("Eve Smith"));
        assertThat(last.put(new Text("de la Cruz"), now.with(((Writing.Put) one).columns()), Links.NONE))
                .isEqualTo(wrote("Eve de la Cruz"));
        assertThat(last.put(new Text("Mary Smith"), now, Links.NONE)).isInstanceOf(Writing.Unwritable.class);
    }
}
