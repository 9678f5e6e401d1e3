package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R9, R10: people merge records and convert leads; links and the other systems survive it. */
class MergesTest {

    @TempDir
    private Path folder = Path.of("");

    private House house;

    @BeforeEach
    void moveIn() {
        house = House.in(folder);
    }

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void accounts_merged_in_salesforce_are_one_partner_and_no_delete_spreads() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);

        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);

        assertThat(house.count("hubspot", "companies")).isEqualTo(2);
        assertThat(house.entity("salesforce", loser)).isEqualTo(house.entity("salesforce", winner));
        assertThat(house.conflicts()).as("HubSpot still holds both").hasSize(1);
        editGoesThrough(winner, "+49301112222");
    }

    @Test
    void a_duplicate_that_a_person_merges_away_in_the_other_system_too_is_no_conflict_any_more() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        String kept = house.counterpart("salesforce", winner, "hubspot");
        String second = house.counterpart("salesforce", loser, "hubspot");
        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);
        assertThat(house.conflicts()).hasSize(1);

        house.merge("hubspot", "companies", kept, second);
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        editGoesThrough(winner, "+49301112222");
    }

    @Test
    void a_linked_account_merged_into_one_that_nobody_knew_takes_its_link_along() {
        String known = account("Nordlicht AG", "nordlicht.example");
        house.sync(House.PARTNER);
        String company = house.counterpart("salesforce", known, "hubspot");
        String unknown = account("Nordlicht New AG", "new-nordlicht.example");

        house.merge("salesforce", "Account", unknown, known);
        house.sync(House.PARTNER);

        assertThat(house.entity("salesforce", known)).isEqualTo(house.entity("salesforce", unknown));
        assertThat(house.counterpart("salesforce", unknown, "hubspot")).isEqualTo(company);
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        editGoesThrough(unknown, "+49301112222");
    }

    @Test
    void an_account_that_nobody_knew_merged_into_a_linked_one_changes_no_link() {
        String known = account("Nordlicht AG", "nordlicht.example");
        house.sync(House.PARTNER);
        String unknown = account("Nordlicht New AG", "new-nordlicht.example");

        house.merge("salesforce", "Account", known, unknown);
        house.sync(House.PARTNER);

        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        assertThat(house.entity("salesforce", unknown)).isEqualTo(house.entity("salesforce", known));
        editGoesThrough(known, "+49301112222");
    }

    @Test
    void companies_merged_in_hubspot_are_one_partner_and_no_delete_spreads() {
        String winner = company("Nordlicht AG", "nordlicht.example");
        String loser = company("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        String account = house.counterpart("hubspot", winner, "salesforce");

        house.merge("hubspot", "companies", winner, loser);
        house.sync(House.PARTNER);

        assertThat(house.count("salesforce", "Account")).isEqualTo(2);
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        assertThat(house.entity("hubspot", loser)).isEqualTo(house.entity("salesforce", account));
        String merged = house.counterpart("salesforce", account, "hubspot");
        house.edit("salesforce", "Account", account, Map.of("Phone", "+49301112222"));
        house.sync(House.PARTNER);
        assertThat(house.value("hubspot", "companies", merged, "phone")).isEqualTo("+49301112222");
    }

    @Test
    void deals_merged_in_hubspot_keep_their_link_and_nothing_is_deleted_elsewhere() {
        Deal one = house.deal("Net", Map.of("Amount", 100));
        Deal other = house.deal("Net again", Map.of("Amount", 100));

        house.merge("hubspot", "deals", one.hubspot(), other.hubspot());
        house.sync(House.DEAL);

        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(2);
        assertThat(house.count("partnerstack", "deals")).isEqualTo(2);
        assertThat(house.entity("hubspot", other.hubspot())).isEqualTo(house.entity("salesforce", one.salesforce()));
        house.edit("salesforce", "Opportunity", one.salesforce(), Map.of("Amount", 700));
        house.sync(House.DEAL);
        String merged = house.counterpart("salesforce", one.salesforce(), "hubspot");
        assertThat(house.value("hubspot", "deals", merged, "amount")).isEqualTo("700");
        assertThat(house.value("partnerstack", "deals", one.partnerstack(), "amount"))
                .isEqualTo("70000");
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    @Test
    void a_converted_lead_is_left_alone_in_salesforce_and_its_contact_lives_on() {
        String contact = house.create(
                "hubspot",
                "contacts",
                Map.of(
                        "firstname",
                        "Anna",
                        "lastname",
                        "Schneider",
                        "company",
                        "Zwetschkenbaum KG",
                        "email",
                        "anna@zwetschkenbaum.example"));
        house.sync(House.LEAD);
        String lead = house.counterpart("hubspot", contact, "salesforce");

        house.door("salesforce").act("convert", Map.of("id", lead));
        house.sync(House.LEAD);
        house.edit("hubspot", "contacts", contact, Map.of("city", "Wien"));
        Report report = house.sync(House.LEAD);

        assertThat(report.written()).isZero();
        assertThat(report.converged()).isTrue();
        assertThat(house.value("hubspot", "contacts", contact, "city")).isEqualTo("Wien");
        assertThat(house.value("salesforce", "Lead", lead, "City")).isEmpty();
        assertThat(house.count("salesforce", "Lead")).isEqualTo(1);
        assertThat(house.aside()).isEmpty();
    }

    private String account(String name, String website) {
        return house.create("salesforce", "Account", Map.of("Name", name, "Website", website));
    }

    private String company(String name, String domain) {
        return house.create("hubspot", "companies", Map.of("name", name, "domain", domain));
    }

    /** Links are whole if an edit still finds its way, and rest comes after it. */
    private void editGoesThrough(String account, String phone) {
        house.edit("salesforce", "Account", account, Map.of("Phone", phone));
        house.sync(House.PARTNER);
        String company = house.counterpart("salesforce", account, "hubspot");
        assertThat(house.value("hubspot", "companies", company, "phone")).isEqualTo(phone);
        assertThat(house.sync(House.PARTNER).written()).isZero();
    }
}
