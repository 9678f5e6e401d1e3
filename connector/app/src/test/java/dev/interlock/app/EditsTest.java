package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import dev.interlock.plan.Conflict;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people change in one system reaches the others, and what they change in several is settled by the rules. */
class EditsTest {

    private static final int TEN_MINUTES = 600_000;

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @Test
    void an_edit_in_salesforce_reaches_the_others_with_only_the_changed_field_written() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 250.5));
        Report report = house.sync(House.DEAL);

        assertThat(report.written()).isEqualTo(2);
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("250.5", "250.5", "25050");
        assertThat(updates(deal)).containsExactlyInAnyOrder("UPDATE hubspot amount", "UPDATE partnerstack amount");
    }

    @Test
    void an_edit_in_hubspot_reaches_the_others_with_only_the_changed_field_written() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "Net 2"));
        Report report = house.sync(House.DEAL);

        assertThat(report.written()).isEqualTo(2);
        assertThat(house.values(deal, "Name", "dealname", "account_name")).containsOnly("Net 2");
        assertThat(updates(deal)).containsExactlyInAnyOrder("UPDATE salesforce name", "UPDATE partnerstack name");
    }

    @Test
    void an_edit_in_partnerstack_reaches_the_others_with_only_the_changed_field_written() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("close_date", "2027-05-01"));
        Report report = house.sync(House.DEAL);

        assertThat(report.written()).isEqualTo(2);
        assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "CloseDate"))
                .isEqualTo("2027-05-01");
        assertThat(house.value("hubspot", "deals", deal.hubspot(), "closedate")).startsWith("2027-05-01");
        assertThat(updates(deal))
                .containsExactlyInAnyOrder("UPDATE salesforce close_date", "UPDATE hubspot close_date");
    }

    @Test
    void edits_to_different_fields_of_one_record_in_two_systems_both_survive() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Name", "Net 2"));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
        house.sync(House.DEAL);

        assertThat(house.values(deal, "Name", "dealname", "account_name")).containsOnly("Net 2");
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("300", "300", "30000");
        assertThat(house.conflicts()).isEmpty();
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    @Test
    void of_two_edits_of_the_stage_the_one_of_the_system_that_ranks_higher_stands() {
        Deal deal = house.deal("Net", Map.of());

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("StageName", "Qualification"));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealstage", "closedlost"));
        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("stage", "Closed Won"));
        house.sync(House.DEAL);

        assertThat(house.values(deal, "StageName", "dealstage", "stage"))
                .containsExactly("Qualification", "qualifiedtobuy", "Qualified");
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    @Test
    void of_two_edits_of_the_amount_far_apart_the_newest_stands() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 200));
        house.door("hubspot").act("settings", Map.of("clockSkewMillis", TEN_MINUTES));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
        house.door("hubspot").act("settings", Map.of("clockSkewMillis", 0));
        house.sync(House.DEAL);

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("300", "300", "30000");
        assertThat(house.conflicts()).isEmpty();
    }

    @Test
    void edits_of_the_amount_too_near_in_time_are_one_conflict_while_the_rest_of_the_record_goes_on() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 200, "Name", "Net 2"));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
        house.sync(House.DEAL);
        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("stage", "Qualified"));
        house.sync(House.DEAL);

        assertThat(house.conflicts()).extracting(Conflict::field).containsExactly("amount");
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("200", "300", "10000");
        assertThat(house.values(deal, "Name", "dealname", "account_name")).containsOnly("Net 2");
        assertThat(house.values(deal, "StageName", "dealstage", "stage"))
                .containsExactly("Qualification", "qualifiedtobuy", "Qualified");
    }

    @Test
    void a_conflict_is_over_by_itself_once_people_agree() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 200));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
        house.sync(House.DEAL);

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 300));
        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("amount", 30000));
        house.sync(House.DEAL);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.differences()).isEmpty();
    }

    @Test
    void a_value_that_goes_there_and_back_ends_as_it_was_everywhere() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        for (String amount : List.of("200", "100", "200", "100")) {
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", Integer.valueOf(amount)));
            house.sync(House.DEAL);

            assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly(amount, amount, amount + "00");
        }
        assertThat(house.conflicts()).isEmpty();
    }

    @Test
    void a_value_that_another_system_sets_back_ends_as_it_was_everywhere() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 200));
        house.sync(House.DEAL);
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "100"));
        house.sync(House.DEAL);

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("100", "100", "10000");
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    /** What was written after the record had been created, as the history tells it. */
    private List<String> updates(Deal deal) {
        return house.history("salesforce", deal.salesforce()).stream()
                .filter(row -> row.rule().startsWith("UPDATE"))
                .map(row -> row.rule() + " " + row.field())
                .toList();
    }
}
