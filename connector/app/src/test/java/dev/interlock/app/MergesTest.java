package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.app.House.Deal;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.stage.Ledger.AuditRow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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
    void where_a_person_keeps_the_other_of_two_duplicates_the_link_follows_it() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        String linked = house.counterpart("salesforce", winner, "hubspot");
        String second = house.counterpart("salesforce", loser, "hubspot");
        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);

        house.merge("hubspot", "companies", second, linked);
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.counterpart("salesforce", winner, "hubspot"))
                .isEqualTo(Door.idOf(house.door("hubspot").records("companies").getFirst()));
        editGoesThrough(winner, "+49301112222");
    }

    @Test
    void a_duplicate_that_a_person_deletes_in_the_other_system_is_no_conflict_any_more_and_no_delete_spreads() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        String second = house.counterpart("salesforce", loser, "hubspot");
        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);
        assertThat(house.conflicts()).hasSize(1);

        house.delete("hubspot", "companies", second);
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        editGoesThrough(winner, "+49301112222");
    }

    @Test
    void where_a_person_deletes_the_linked_one_of_two_duplicates_the_other_stands_for_the_partner() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        String linked = house.counterpart("salesforce", winner, "hubspot");
        String second = house.counterpart("salesforce", loser, "hubspot");
        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);

        house.delete("hubspot", "companies", linked);
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.counterpart("salesforce", winner, "hubspot")).isEqualTo(second);
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        editGoesThrough(winner, "+49301112222");
    }

    @Test
    void a_deal_names_whoever_its_partner_turned_out_to_be_and_nothing_is_written_for_that() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        Deal deal = house.deal("Net", Map.of("Amount", 100, "Partner_Account__c", loser));
        String second = house.value("hubspot", "deals", deal.hubspot(), "partner_company_id");

        house.merge("salesforce", "Account", winner, loser);
        house.sync();
        house.sync();

        assertThat(second).isEqualTo(house.value("hubspot", "deals", deal.hubspot(), "partner_company_id"));
        assertThat(house.sync().written()).isZero();
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
        String contact = contact();
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

    @Test
    void what_a_lead_became_are_a_partner_and_a_deal_with_links_of_their_own_and_both_sides_tell_of_it() {
        String contact = contact();
        house.sync();
        String lead = house.counterpart("hubspot", contact, "salesforce");
        JsonNode became = house.door("salesforce").act("convert", Map.of("id", lead));
        String account = became.path("ConvertedAccountId").asText();
        String opportunity = became.path("ConvertedOpportunityId").asText();

        house.sync();

        assertThat(house.types("salesforce", lead)).containsExactly(House.LEAD);
        assertThat(house.types("salesforce", account)).containsExactly(House.LEAD, House.PARTNER);
        assertThat(house.types("salesforce", opportunity)).containsExactly(House.DEAL, House.LEAD);
        assertThat(house.types("salesforce", became.path("ConvertedContactId").asText()))
                .containsExactly(House.LEAD);
        assertThat(house.types("hubspot", contact)).containsExactly(House.LEAD);
        assertThat(house.find("hubspot", "companies", "name", "Zwetschkenbaum KG"))
                .hasSize(1);
        assertThat(house.history("salesforce", lead)).extracting(AuditRow::rule).contains("R10 converted");
        assertThat(house.sync().written()).isZero();
    }

    @Test
    void an_account_that_took_the_leads_key_along_is_neither_a_collision_nor_a_record_of_a_lost_store() {
        String contact = contact();
        house.sync();
        String lead = house.counterpart("hubspot", contact, "salesforce");
        String key = house.value("salesforce", "Lead", lead, "Interlock_Id__c");
        JsonNode became = house.door("salesforce").act("convert", Map.of("id", lead));
        String account = became.path("ConvertedAccountId").asText();
        house.edit("salesforce", "Account", account, Map.of("Interlock_Id__c", key));

        Report report = house.sync();

        assertThat(report.converged()).isTrue();
        assertThat(house.aside()).isEmpty();
        assertThat(house.types("salesforce", account)).containsExactly(House.LEAD, House.PARTNER);
        house.edit("salesforce", "Account", account, Map.of("Phone", "+43155512345"));
        house.sync();
        assertThat(house.find("hubspot", "companies", "phone", "+43155512345")).hasSize(1);
    }

    @Test
    void a_write_that_was_about_to_go_to_a_lead_that_is_converted_meanwhile_is_planned_anew_and_not_sent() {
        String contact = contact();
        house.sync(House.LEAD);
        String lead = house.counterpart("hubspot", contact, "salesforce");
        house.edit("hubspot", "contacts", contact, Map.of("city", "Wien"));
        house.door("salesforce").act("convert", Map.of("id", lead));
        house.door("salesforce").forgetCalls();

        // Salesforce is not read, so nothing tells of the conversion but the look at the lead before it is written.
        Report report = house.sync(new Order(
                Set.of(new RecordType(House.LEAD)),
                Set.of(new SystemId("hubspot")),
                Order.Reach.CHANGES,
                Order.Writes.HAND_OVER,
                Order.Deletes.GUARDED));

        assertThat(report.converged()).isTrue();
        assertThat(report.written()).isZero();
        assertThat(house.door("salesforce").writingCalls()).isEmpty();
        assertThat(house.aside()).isEmpty();
        assertThat(house.sync(House.LEAD).written()).isZero();
    }

    private String contact() {
        return house.create(
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
