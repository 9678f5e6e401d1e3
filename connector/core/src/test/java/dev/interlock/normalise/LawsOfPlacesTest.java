package dev.interlock.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Where somebody is, and what is no value: an answer for any text, and the same one for what came out. */
class LawsOfPlacesTest {

    @Property(tries = 300)
    void the_code_of_a_region_names_a_region_that_has_the_same_code(@ForAll @Nasty String text) {
        for (String country : new String[] {"US", "DE", "", "nowhere"}) {
            Optional<String> code = Regions.code(text, country);
            code.ifPresent(known -> assertThat(Regions.code(known, country)).contains(known));
        }
        assertThat(Regions.name(text)).isNotNull();
    }

    @Property(tries = 300)
    void a_postcode_is_total_and_idempotent_in_any_country(@ForAll @Nasty String text, @ForAll @Nasty String country) {
        String once = Postcodes.normal(text, country);
        assertThat(Postcodes.normal(once, country)).isEqualTo(once);
    }

    @Property(tries = 300)
    void the_site_of_a_company_is_total_and_a_placeholder_stays_one_however_it_is_spaced(@ForAll @Nasty String text) {
        assertThat(CompanySite.of(text)).isEqualTo(CompanySite.of(text));
        assertThat(Placeholder.is(" " + text + " ")).isEqualTo(Placeholder.is(text));
    }

    @Property(tries = 300)
    void a_registrable_domain_is_its_own_and_the_host_of_an_address_is_total(@ForAll @Nasty String text) {
        WebDomain.registrable(text)
                .ifPresent(domain -> assertThat(WebDomain.registrable(domain)).contains(domain));
        assertThat(EmailAddress.host(text)).isNotNull();
        assertThat(Mailboxes.in(text)).isEqualTo(Mailboxes.in(text));
    }
}
