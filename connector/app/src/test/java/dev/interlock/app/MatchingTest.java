package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is who, and what happens when that cannot be told. */
class MatchingTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    /** R2. */
    @Test
    void records_that_are_there_on_both_sides_are_linked_and_not_created_again() {
        String account = account("Nordlicht AG", "https://www.nordlicht.example");
        String company = company("Nordlicht", "nordlicht.example");

        Report report = house.sync(House.PARTNER);

        assertThat(report.converged()).isTrue();
        assertThat(house.counterpart("salesforce", account, "hubspot")).isEqualTo(company);
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        assertThat(house.value("hubspot", "companies", company, "name")).isEqualTo("Nordlicht AG");
        assertThat(house.sync(House.PARTNER).written()).isZero();
    }

    /** R3. */
    @Test
    void a_record_that_may_be_either_of_two_is_set_aside_and_goes_on_by_itself_once_it_can_be_told() {
        String agency = account("Nordlicht AG", "nordlicht.example");
        account("Nordlicht Handel", "handel.example", "Germany");
        house.sync(House.PARTNER);

        // By its domain it is the one, by its name and country the other.
        String undecided = house.create(
                "partnerstack",
                "partnerships",
                Map.of(
                        "partner_key", "nord",
                        "email", "team@nord.example",
                        "company", "Nordlicht Handel",
                        "website", "nordlicht.example",
                        "country", "Germany"));
        Report report = house.sync(House.PARTNER);

        assertThat(report.written()).isZero();
        assertThat(house.aside()).extracting(one -> one.cause().code()).containsExactly("LOOKALIKES");
        house.edit("partnerstack", "partnerships", undecided, Map.of("company", "Nordlicht AG"));
        house.sync(House.PARTNER);
        assertThat(house.aside()).isEmpty();
        assertThat(house.counterpart("salesforce", agency, "partnerstack")).isEqualTo(undecided);
        assertThat(house.count("hubspot", "companies")).isEqualTo(2);
    }

    /** R4. */
    @Test
    void a_record_whose_only_candidate_is_taken_is_set_aside_and_goes_on_by_itself_once_it_differs() {
        String first = account("Nordlicht AG", "nordlicht.example");
        house.sync(House.PARTNER);

        String second = account("Nordlicht Nord AG", "nordlicht.example");
        house.sync(House.PARTNER);

        assertThat(house.aside()).extracting(one -> one.cause().code()).containsExactly("COLLISION");
        assertThat(house.aside().getFirst().key().orElseThrow().id()).isEqualTo(second);
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        house.edit("salesforce", "Account", second, Map.of("Website", "nord.example"));
        house.sync(House.PARTNER);
        assertThat(house.aside()).isEmpty();
        assertThat(house.count("hubspot", "companies")).isEqualTo(2);
        assertThat(house.entity("salesforce", first)).isNotEqualTo(house.entity("salesforce", second));
        assertThat(house.sync(House.PARTNER).written()).isZero();
    }

    private String account(String name, String website) {
        return house.create("salesforce", "Account", Map.of("Name", name, "Website", website));
    }

    private void account(String name, String website, String country) {
        house.create("salesforce", "Account", Map.of("Name", name, "Website", website, "BillingCountry", country));
    }

    private String company(String name, String domain) {
        return house.create("hubspot", "companies", Map.of("name", name, "domain", domain));
    }
}
