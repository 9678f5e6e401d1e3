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
import static dev.interlock.app.Tied.tie;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Associations that are not clear, not answered, refused, or very many: nothing is guessed and nothing is lost. */
class AssociationTroublesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void several_where_one_is_expected_are_left_alone_and_reported() {
        try (House house = house(folder, ", label: Reseller")) {
            label(house, "Reseller");
            House.Deal deal = deal(house, account(house, "Nordlicht"));
            String first = associated(house, deal, "Reseller").getFirst();
            String other = account(house, "Beta");
            house.sync();
            house.door("hubspot").act("associate", tie(deal, company(house, other), "Reseller"));
            String customer = customer(house);
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
    void an_association_whose_answer_is_lost_is_made_once_and_looked_up() {
        try (House house = house(folder, ", label: primary")) {
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
    void a_label_that_was_moved_only_half_way_is_moved_to_the_end_later() {
        try (House house = house(folder, ", label: Reseller")) {
            label(house, "Reseller");
            String old = account(house, "Nordlicht");
            House.Deal deal = deal(house, old);
            house.door("hubspot").act("associate", tie(deal, customer(house), "Primary"));
            String other = account(house, "Beta");
            house.sync();
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", other));
            house.door("hubspot")
                    .fails(Map.of("kind", "STATUS", "times", 99, "method", "POST", "path", "labels/archive"));
            house.sync();
            assertThat(associated(house, deal, "Reseller")).hasSize(2);

            house.door("hubspot").mends();
            house.sync();

            assertThat(associated(house, deal, "Reseller")).containsExactly(company(house, other));
            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isEqualTo(other);
            assertThat(house.sync().written()).isZero();
        }
    }

    @Test
    void an_association_that_is_refused_is_told_of_its_own_record_alone() {
        try (House house = house(folder, ", label: primary")) {
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
        try (House house = house(folder, "")) {
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
        try (House house = house(folder, ", label: Distributer")) {
            assertThat(house.problems("hubspot", House.DEAL))
                    .singleElement()
                    .asString()
                    .contains("no association 'Distributer' from deals to companies", "Primary");
        }
        try (House house = house(folder, ", label: primary")) {
            assertThat(house.problems("hubspot", House.DEAL)).isEmpty();
        }
    }
}
