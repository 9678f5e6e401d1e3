package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import dev.interlock.stage.Quarantined;
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

    private House house(String association) {
        return House.in(
                folder,
                Map.of(
                        "records/deal.yaml",
                        Configured.changed(
                                "records/deal.yaml",
                                "hubspot: partner_company_id",
                                "hubspot: { association: companies" + association + " }")));
    }

    private static String account(House house, String name) {
        String site = name.toLowerCase(java.util.Locale.ROOT) + ".example";
        return house.create("salesforce", "Account", Map.of("Name", name, "Website", site));
    }

    private static House.Deal deal(House house, String account) {
        house.sync();
        return house.deal("Net", Map.of("Partner_Account__c", account));
    }

    private static String company(House house, String account) {
        return house.counterpart("salesforce", account, "hubspot");
    }

    private static List<String> primaries(House house, House.Deal deal) {
        return associated(house, deal, "Primary");
    }

    @Test
    void a_new_record_is_created_with_its_association_and_no_further_call() {
        try (House house = house(", label: primary")) {
            String account = account(house, "Nordlicht");

            House.Deal deal = deal(house, account);

            assertThat(primaries(house, deal)).containsExactly(company(house, account));
            assertThat(house.door("hubspot").writingCalls()).noneMatch(call -> call.startsWith(BATCH));
            assertThat(house.sync().written()).isZero();
            assertThat(house.differences()).isEmpty();
            assertThat(aside(house, "hubspot")).isEmpty();
        }
    }

    @Test
    void a_change_elsewhere_moves_the_primary_association() {
        try (House house = house(", label: primary")) {
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
        try (House house = house("")) {
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
        try (House house = house("")) {
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
    void several_where_one_is_expected_are_left_alone_and_reported() {
        try (House house = house(", label: Reseller")) {
            house.door("hubspot").act("label", Map.of("object", "deals", "toObject", "companies", "label", "Reseller"));
            House.Deal deal = deal(house, account(house, "Nordlicht"));
            String first = associated(house, deal, "Reseller").getFirst();
            String other = account(house, "Beta");
            house.sync();
            house.door("hubspot").act("associate", tie(deal, company(house, other), "Reseller"));
            String customer = house.create("hubspot", "companies", Map.of("name", "Customer"));
            house.door("hubspot").act("associate", tie(deal, customer, "Primary"));
            house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "12"));

            house.sync();

            assertThat(aside(house, "hubspot"))
                    .singleElement()
                    .asString()
                    .contains("several companies", first, company(house, other));
            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Amount"))
                    .isEqualTo("12");
            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isNotEqualTo(other);
        }
    }

    @Test
    void of_several_the_primary_one_is_meant() {
        try (House house = house("")) {
            String account = account(house, "Nordlicht");
            House.Deal deal = deal(house, account);
            String customer = house.create("hubspot", "companies", Map.of("name", "Customer"));
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
        try (House house = house(", label: Reseller")) {
            house.door("hubspot").act("label", Map.of("object", "deals", "toObject", "companies", "label", "Reseller"));
            house.door("hubspot").act("label", Map.of("object", "deals", "toObject", "companies", "label", "Billed"));
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

    @Test
    void an_association_whose_answer_is_lost_is_made_once_and_looked_up() {
        try (House house = house(", label: primary")) {
            House.Deal deal = deal(house, account(house, "Nordlicht"));
            String other = account(house, "Beta");
            house.sync();
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", other));
            house.door("hubspot")
                    .fails(Map.of(
                            "kind",
                            "DROP_AFTER_COMMIT",
                            "times",
                            6,
                            "method",
                            "POST",
                            "path",
                            "companies/batch/create"));

            house.sync();
            house.door("hubspot").mends();
            house.sync();

            assertThat(primaries(house, deal)).containsExactly(company(house, other));
            assertThat(house.differences()).isEmpty();
            assertThat(house.sync().written()).isZero();
        }
    }

    @Test
    void an_association_that_is_refused_is_told_of_its_own_record_alone() {
        try (House house = house(", label: primary")) {
            String old = account(house, "Nordlicht");
            House.Deal good = deal(house, old);
            House.Deal bad = house.deal("Cloud", Map.of("Partner_Account__c", old));
            String fine = account(house, "Beta");
            String gone = account(house, "Gamma");
            house.sync();
            house.edit("salesforce", "Opportunity", good.salesforce(), Map.of("Partner_Account__c", fine));
            house.edit("salesforce", "Opportunity", bad.salesforce(), Map.of("Partner_Account__c", gone));
            String vanished = company(house, gone);
            house.door("hubspot").act("delete", Map.of("object", "companies", "id", vanished));

            house.sync(House.DEAL);

            assertThat(primaries(house, good)).containsExactly(company(house, fine));
            assertThat(primaries(house, bad)).containsExactly(company(house, old));
            assertThat(aside(house, "hubspot")).singleElement().asString().contains("associations are invalid");
        }
    }

    @Test
    void a_record_with_more_associations_than_one_page_holds_is_read_to_the_end() {
        try (House house = house("")) {
            String account = account(house, "Nordlicht");
            House.Deal deal = deal(house, account);
            house.door("hubspot").act("settings", Map.of("associationPage", 2));
            for (String name : List.of("One", "Two", "Three", "Four")) {
                String company = house.create("hubspot", "companies", Map.of("name", name));
                house.door("hubspot").act("associate", tie(deal, company, ""));
            }
            String last = house.theOne("hubspot", "companies", "name", "Four");
            house.door("hubspot").act("associate", tie(deal, last, "Primary"));

            house.syncInFull();

            house.door("hubspot").act("settings", Map.of("associationPage", 500));
            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isEqualTo(house.counterpart("hubspot", last, "salesforce"));
        }
    }

    @Test
    void a_label_that_the_account_does_not_have_is_told_by_the_live_check() {
        try (House house = house(", label: Distributer")) {
            assertThat(house.problems("hubspot", House.DEAL))
                    .singleElement()
                    .asString()
                    .contains("no association 'Distributer' from deals to companies", "Primary");
        }
        try (House house = house(", label: primary")) {
            assertThat(house.problems("hubspot", House.DEAL)).isEmpty();
        }
    }

    private static List<String> associated(House house, House.Deal deal, String label) {
        return house.door("hubspot").associated("deals", deal.hubspot(), "companies", label);
    }

    private static List<String> aside(House house, String system) {
        return house.aside().stream()
                .filter(row -> row.system().equals(system))
                .map(Quarantined::message)
                .toList();
    }

    private static Map<String, String> tie(House.Deal deal, String company, String label) {
        return Map.of(
                "object", "deals", "id", deal.hubspot(), "toObject", "companies", "toId", company, "label", label);
    }

    /** A person puts another company in the place of the one there is. */
    private static void takes(House house, House.Deal deal, String company) {
        house.door("hubspot").act("part", tie(deal, primaries(house, deal).getFirst(), ""));
        house.door("hubspot").act("associate", tie(deal, company, ""));
    }
}
