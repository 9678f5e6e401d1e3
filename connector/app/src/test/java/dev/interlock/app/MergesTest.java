package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R9: people merge records; links and the other systems survive it. */
class MergesTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @Test
    void accounts_merged_in_salesforce_are_one_partner_and_no_delete_spreads() {
        Twins twins = accountsMergedInSalesforce();

        assertThat(house.count("hubspot", "companies")).isEqualTo(2);
        assertThat(house.entity("salesforce", twins.loser())).isEqualTo(house.entity("salesforce", twins.winner()));
        editGoesThrough(twins.winner(), "+49301112222");
    }

    @Test
    void a_duplicate_that_a_person_merges_away_in_the_other_system_too_is_no_conflict_any_more() {
        Twins twins = accountsMergedInSalesforce();

        house.merge("hubspot", "companies", twins.linked(), twins.second());
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        editGoesThrough(twins.winner(), "+49301112222");
    }

    @Test
    void where_a_person_keeps_the_other_of_two_duplicates_the_link_follows_it() {
        Twins twins = accountsMergedInSalesforce();

        house.merge("hubspot", "companies", twins.second(), twins.linked());
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.counterpart("salesforce", twins.winner(), "hubspot"))
                .isEqualTo(Door.idOf(house.door("hubspot").records("companies").getFirst()));
        editGoesThrough(twins.winner(), "+49301112222");
    }

    @Test
    void a_duplicate_that_a_person_deletes_in_the_other_system_is_no_conflict_any_more_and_no_delete_spreads() {
        Twins twins = accountsMergedInSalesforce();

        house.delete("hubspot", "companies", twins.second());
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        editGoesThrough(twins.winner(), "+49301112222");
    }

    @Test
    void where_a_person_deletes_the_linked_one_of_two_duplicates_the_other_stands_for_the_partner() {
        Twins twins = accountsMergedInSalesforce();

        house.delete("hubspot", "companies", twins.linked());
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.counterpart("salesforce", twins.winner(), "hubspot")).isEqualTo(twins.second());
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        assertThat(house.value("salesforce", "Account", twins.winner(), "Name"))
                .as("who merged decided for this name")
                .isEqualTo("Nordlicht AG");
        assertThat(house.value("hubspot", "companies", twins.second(), "name")).isEqualTo("Nordlicht AG");
        editGoesThrough(twins.winner(), "+49301112222");
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

    /** Two accounts that became one in Salesforce while HubSpot still holds both. */
    private record Twins(String winner, String loser, String linked, String second) {}

    private Twins accountsMergedInSalesforce() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        Twins twins = new Twins(
                winner,
                loser,
                house.counterpart("salesforce", winner, "hubspot"),
                house.counterpart("salesforce", loser, "hubspot"));
        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);
        assertThat(house.conflicts()).as("HubSpot still holds both").hasSize(1);
        return twins;
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
