package dev.interlock.app;

import static dev.interlock.app.Tied.account;
import static dev.interlock.app.Tied.aside;
import static dev.interlock.app.Tied.associated;
import static dev.interlock.app.Tied.company;
import static dev.interlock.app.Tied.customer;
import static dev.interlock.app.Tied.deal;
import static dev.interlock.app.Tied.house;
import static dev.interlock.app.Tied.label;
import static dev.interlock.app.Tied.primaries;
import static dev.interlock.app.Tied.takes;
import static dev.interlock.app.Tied.tie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deal's partner is kept as an association in HubSpot, not in a property. */
class AssociationsTest {

    private static final String BATCH = "POST /crm/associations/2026-09/deals/companies/batch/";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_new_record_is_created_with_its_association_and_no_further_call() {
        try (House house = house(folder, ", label: primary")) {
            String account = account(house, "Nordlicht");

            House.Deal deal = deal(house, account);

            assertThat(primaries(house, deal)).containsExactly(company(house, account));
            assertThat(house.door("hubspot").writingCalls()).noneMatch(call -> call.startsWith(BATCH));
            assertThat(house.sync().written()).isZero();
            assertThat(house.differences()).isEmpty();
            house.door("hubspot").forgetCalls();
            house.sync(House.DEAL);
            assertThat(house.door("hubspot").calls())
                    .as("calls of a quiet sync")
                    .isLessThanOrEqualTo(3);
            assertThat(aside(house, "hubspot")).isEmpty();
        }
    }

    @Test
    void a_change_elsewhere_moves_the_primary_association() {
        try (House house = house(folder, ", label: primary")) {
            House.Deal deal = deal(house, account(house, "Nordlicht"));
            String other = account(house, "Beta");
            house.sync();

            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", other));
            Report report = house.sync();

            assertThat(report.converged()).isTrue();
            assertThat(primaries(house, deal)).containsExactly(company(house, other));
            assertThat(house.sync().written()).isZero();
        }
    }

    @Test
    void an_association_that_a_person_made_is_heard_with_the_next_edit_of_the_record() {
        try (House house = house(folder, "")) {
            House.Deal deal = deal(house, account(house, "Nordlicht"));
            String other = account(house, "Beta");
            house.sync();
            takes(house, deal, company(house, other));

            house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "12"));
            house.sync();

            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isEqualTo(other);
            assertThat(house.sync().written()).isZero();
        }
    }

    @Test
    void an_association_alone_moves_no_stamp_and_is_heard_when_everything_is_read() {
        try (House house = house(folder, "")) {
            House.Deal deal = deal(house, account(house, "Nordlicht"));
            String other = account(house, "Beta");
            house.sync();
            takes(house, deal, company(house, other));

            house.syncInFull();

            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isEqualTo(other);
        }
    }

    @Test
    void of_several_the_primary_one_is_meant() {
        try (House house = house(folder, "")) {
            String account = account(house, "Nordlicht");
            House.Deal deal = deal(house, account);
            String customer = customer(house);
            house.door("hubspot").act("associate", tie(deal, customer, ""));

            house.syncInFull();

            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isEqualTo(account);
            assertThat(aside(house, "hubspot")).isEmpty();
            assertThat(house.sync().written()).isZero();
        }
    }

    @Test
    void a_label_of_others_stays_when_ours_moves_away() {
        try (House house = house(folder, ", label: Reseller")) {
            label(house, "Reseller");
            label(house, "Billed");
            String account = account(house, "Nordlicht");
            House.Deal deal = deal(house, account);
            String other = account(house, "Beta");
            house.sync();
            for (String company : List.of(company(house, account), company(house, other))) {
                house.door("hubspot").act("associate", tie(deal, company, "Billed"));
            }

            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", other));
            house.sync();

            assertThat(associated(house, deal, "Reseller")).containsExactly(company(house, other));
            assertThat(associated(house, deal, "Billed"))
                    .containsExactlyInAnyOrder(company(house, account), company(house, other));
            assertThat(house.sync().written()).isZero();
        }
    }

    @Test
    void a_reference_that_is_cleared_elsewhere_parts_the_records() {
        String cleared = Configured.changed(
                        "records/deal.yaml", "hubspot: partner_company_id", "hubspot: { association: companies }")
                .replace("to: partner", "to: partner\n    blank: clear");
        try (House house = House.in(folder, Map.of("records/deal.yaml", cleared))) {
            House.Deal deal = deal(house, account(house, "Nordlicht"));

            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", ""));
            house.sync();

            assertThat(associated(house, deal, "")).isEmpty();
            assertThat(house.sync().written()).isZero();
        }
    }
}
