package dev.interlock.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every normaliser has an answer for any string, and normalising twice is normalising once. */
class NormalisersTest {

    private static final Optional<String> US = Optional.of("US");

    @Property
    void trimming_is_total_and_idempotent(@ForAll @Nasty String text) {
        String once = Wording.trim(text);
        assertThat(Wording.trim(once)).isEqualTo(once);
        assertThat(once).doesNotContain("\0", "\r");
    }

    @Property
    void squeezing_is_total_and_idempotent(@ForAll @Nasty String text) {
        String once = Wording.squeeze(text);
        assertThat(Wording.squeeze(once)).isEqualTo(once);
        assertThat(Wording.trim(once)).isEqualTo(once);
    }

    @Property
    void folding_is_total_and_idempotent_and_leaves_latin_words(@ForAll @Nasty String text) {
        String once = Folding.fold(text);
        assertThat(Folding.fold(once)).isEqualTo(once);
        assertThat(once).matches("([a-z0-9]+( [a-z0-9]+)*)?");
    }

    @Property
    void the_core_of_a_company_name_has_itself_as_core(@ForAll @Nasty String text) {
        String core = CompanyName.of(text).core();
        assertThat(CompanyName.of(core).core()).isEqualTo(core);
        assertThat(core.isEmpty()).isEqualTo(Folding.fold(text).isEmpty());
    }

    @Property
    void a_split_name_joins_to_the_whole(@ForAll @Nasty String text) {
        PersonName name = PersonName.split(text);
        assertThat(name.full()).isEqualTo(Wording.squeeze(text));
        assertThat(PersonName.split(name.full())).isEqualTo(name);
    }

    @Property
    void the_match_form_of_a_person_is_idempotent(@ForAll @Nasty String text) {
        String once = PersonName.matchForm(text);
        assertThat(PersonName.matchForm(once)).isEqualTo(once);
    }

    @Property
    void e_mail_is_total_and_idempotent(@ForAll @Nasty String text) {
        String once = EmailAddress.normal(text);
        assertThat(EmailAddress.normal(once)).isEqualTo(once);
    }

    @Property
    void a_phone_number_is_total_and_idempotent(@ForAll @Nasty String text) {
        String once = PhoneNumbers.normal(text, US);
        assertThat(PhoneNumbers.normal(once, US)).isEqualTo(once);
        String anywhere = PhoneNumbers.normal(text, Optional.empty());
        assertThat(PhoneNumbers.normal(anywhere, Optional.empty())).isEqualTo(anywhere);
    }

    @Property
    void a_domain_is_total_and_idempotent(@ForAll @Nasty String text) {
        String once = WebDomain.normal(text);
        assertThat(WebDomain.normal(once)).isEqualTo(once);
    }

    @Property
    void a_country_is_total_and_its_code_names_itself(@ForAll @Nasty String text) {
        Countries.code(text).ifPresent(code -> assertThat(Countries.code(code)).contains(code));
    }

    @Property
    void numbers_and_times_are_total(@ForAll @Nasty String text) {
        Numbers.read(text)
                .ifPresent(number -> assertThat(
                                Numbers.read(number.toPlainString()).map(again -> again.compareTo(number)))
                        .contains(0));
        Numbers.readMoney(text);
        Times.day(text).ifPresent(day -> assertThat(Times.day(day.toString())).contains(day));
        Times.moment(text)
                .ifPresent(moment -> assertThat(Times.moment(moment.toString())).contains(moment));
    }
}
