package dev.interlock.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void it_has_at_least_eighty_entries_each_with_a_name_of_its_own_a_meaning_and_steps() {
        List<Remedy> all = CATALOGUE.remedies();
        assertThat(all).hasSizeGreaterThanOrEqualTo(80);
        assertThat(all).extracting(Remedy::id).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(remedy -> {
            assertThat(remedy.meaning()).as(remedy.id()).hasSizeGreaterThan(20);
            assertThat(remedy.kind()).as(remedy.id()).isNotEqualTo(Remedy.Kind.UNKNOWN);
            assertThat(remedy.steps()).as(remedy.id()).isNotEmpty();
        });
    }

    @Test
    void each_vendor_has_entries_of_its_own() {
        assertThat(CATALOGUE.remedies())
                .extracting(remedy -> remedy.id().substring(0, remedy.id().indexOf('/')))
                .contains("salesforce", "hubspot", "partnerstack", "http", "interlock");
    }

    @ParameterizedTest
    @CsvSource({
        "salesforce, UNABLE_TO_LOCK_ROW, INTERMITTENT, BY_ITSELF",
        "salesforce, STRING_TOO_LONG, VALUE, AFTER_FIX",
        "salesforce, FIELD_CUSTOM_VALIDATION_EXCEPTION, POLICY, AFTER_FIX",
        "salesforce, REQUEST_LIMIT_EXCEEDED, LIMIT, BY_ITSELF",
        "salesforce, DUPLICATES_DETECTED, DUPLICATE, AFTER_FIX",
        "hubspot, RATE_LIMITS, LIMIT, BY_ITSELF",
        "hubspot, MISSING_SCOPES, PERMISSION, AFTER_FIX",
        "partnerstack, HTTP_503, CONNECTION, BY_ITSELF",
        "acme-prm, UNWRITABLE, VALUE, AFTER_FIX"
    })
    void a_code_is_of_its_class_and_heals_as_it_does(String vendor, String code, Remedy.Kind kind, Remedy.Heals heals) {
        Remedy remedy = CATALOGUE.remedy(vendor, code, "");
        assertThat(remedy.kind()).isEqualTo(kind);
        assertThat(remedy.heals()).isEqualTo(heals);
    }

    @Test
    void what_no_entry_fits_is_unknown_and_is_not_tried_again_by_itself() {
        Remedy remedy = CATALOGUE.remedy("salesforce", "NEVER_HEARD_OF", "");
        assertThat(remedy.kind()).isEqualTo(Remedy.Kind.UNKNOWN);
        assertThat(remedy.heals()).isNotEqualTo(Remedy.Heals.BY_ITSELF);
        assertThat(remedy.meaning()).contains("NEVER_HEARD_OF");
    }

    @Test
    void one_code_means_different_things_by_its_words() {
        Remedy choice =
                CATALOGUE.remedy("hubspot", "VALIDATION_ERROR", "Property values were not valid: INVALID_OPTION");
        Remedy missing = CATALOGUE.remedy("hubspot", "VALIDATION_ERROR", "PROPERTY_DOESNT_EXIST");
        assertThat(choice.id()).isNotEqualTo(missing.id());
    }

    @Test
    void a_code_can_be_looked_up_in_any_case() {
        assertThat(CATALOGUE.speakingOf("string_too_long".toUpperCase(Locale.ROOT)))
                .isNotEmpty();
        assertThat(CATALOGUE.speakingOf("string_too_long")).isNotEmpty();
    }
}
