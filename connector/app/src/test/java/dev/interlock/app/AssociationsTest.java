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
        return house.door("hubspot").associated("deals", deal.hubspot(), "companies", "Primary");
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
            String first = house.door("hubspot")
                    .associated("deals", deal.hubspot(), "companies", "Reseller")
                    .getFirst();
            String other = account(house, "Beta");
            house.sync();
            house.door("hubspot").act("associate", tie(deal, company(house, other), "Reseller"));
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
