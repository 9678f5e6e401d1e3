package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Conflict;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was believed once is looked at again before a record is made, ended or overwritten on the strength of it. */
class SecondLooksTest {

    private static final String DEAL_FILE = "records/deal.yaml";

    @TempDir
    private Path folder = Path.of("");

    /** S16. */
    @Test
    void a_delete_that_was_held_back_is_not_carried_out_once_the_record_is_restored_where_nobody_read_it() {
        Map<String, String> policy =
                Map.of(DEAL_FILE, Configured.changed(DEAL_FILE, "deletes: flag", "deletes: delete"));
        try (House house = House.in(folder, policy)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ids.add(house.create(
                        "salesforce",
                        "Opportunity",
                        Map.of("Name", "Net " + i, "StageName", "Prospecting", "CloseDate", "2027-03-31")));
            }
            house.sync(House.DEAL);
            ids.subList(0, 4).forEach(id -> house.delete("salesforce", "Opportunity", id));
            assertThat(house.sync(House.DEAL).written()).isZero();

            house.undelete("salesforce", "Opportunity", ids.getFirst());
            Set<SystemId> onlyHubSpot = Set.of(new SystemId("hubspot"));
            house.sync(new Order(
                    Set.of(), onlyHubSpot, Order.Reach.CHANGES, Order.Writes.HAND_OVER, Order.Deletes.ALLOWED));

            assertThat(house.count("hubspot", "deals")).isEqualTo(3);
            assertThat(house.find("hubspot", "deals", "dealname", "Net 0")).hasSize(1);
        }
    }

    /** S12: the record carries our key, so our create was done, and what differs from it was edited since. */
    @Test
    void an_edit_of_a_record_whose_creation_was_never_answered_is_an_edit_and_no_disagreement() {
        try (House house = House.in(folder)) {
            String opportunity = house.create(
                    "salesforce",
                    "Opportunity",
                    Map.of("Name", "Net", "StageName", "Prospecting", "CloseDate", "2027-03-31", "Amount", 100));
            house.door("hubspot").fails(Map.of("kind", "DROP_AFTER_COMMIT", "path", "/batch/create", "method", "POST"));
            house.door("hubspot").fails(Map.of("kind", "STATUS", "status", 403, "path", "/batch/read", "times", 100));
            house.sync(House.DEAL);
            house.door("hubspot").mends();

            String made = house.theOne("hubspot", "deals", "dealname", "Net");
            house.edit("hubspot", "deals", made, Map.of("dealname", "Net, larger", "amount", "300"));
            house.sync(House.DEAL);

            assertThat(house.conflicts()).isEmpty();
            assertThat(house.value("salesforce", "Opportunity", opportunity, "Name"))
                    .isEqualTo("Net, larger");
            assertThat(house.value("salesforce", "Opportunity", opportunity, "Amount"))
                    .isEqualTo("300");
            assertThat(house.count("hubspot", "deals")).isEqualTo(1);
        }
    }

    /** R4. */
    @Test
    void where_two_partners_come_to_have_one_key_no_record_of_one_is_made_beside_that_of_the_other() {
        try (House house = House.in(folder)) {
            String account = house.create(
                    "salesforce", "Account", Map.of("Name", "Nordlicht AG", "Website", "nordlicht.example"));
            String company = house.create("hubspot", "companies", Map.of("name", "Handel", "domain", "handel.example"));
            house.sync(
                    new Order(Set.of(), Set.of(), Order.Reach.CHANGES, Order.Writes.STAGE_ONLY, Order.Deletes.GUARDED));

            house.edit("hubspot", "companies", company, Map.of("domain", "nordlicht.example"));
            house.sync(House.PARTNER);

            assertThat(house.count("salesforce", "Account")).isEqualTo(1);
            assertThat(house.count("hubspot", "companies")).isEqualTo(1);
            assertThat(house.aside()).extracting(one -> one.cause().code()).contains("SAME_KEY");
            house.edit("hubspot", "companies", company, Map.of("domain", "handel.example"));
            house.sync(House.PARTNER);
            assertThat(house.aside()).isEmpty();
            assertThat(house.count("salesforce", "Account")).isEqualTo(2);
            assertThat(house.count("hubspot", "companies")).isEqualTo(2);
            assertThat(house.counterpart("salesforce", account, "hubspot")).isNotEqualTo(company);
        }
    }

    /** R9. */
    @Test
    void one_of_two_duplicates_that_was_deleted_and_comes_back_is_told_of_again() {
        try (House house = House.in(folder)) {
            Pair pair = new Pair(house);
            pair.mergeAccounts();
            house.delete("hubspot", "companies", pair.first);
            house.sync(House.PARTNER);
            assertThat(house.conflicts()).isEmpty();

            house.undelete("hubspot", "companies", pair.first);
            house.sync(House.PARTNER);

            assertThat(house.conflicts())
                    .extracting(Conflict::why)
                    .singleElement()
                    .asString()
                    .contains(pair.first);
            assertThat(house.sync(House.PARTNER).written()).isZero();
        }
    }

    /** R9. */
    @Test
    void where_one_of_two_duplicates_is_merged_into_another_partner_the_other_one_is_told_of() {
        try (House house = House.in(folder)) {
            Pair pair = new Pair(house);
            pair.mergeAccounts();
            String third = house.create("hubspot", "companies", Map.of("name", "Handel", "domain", "handel.example"));
            house.sync(House.PARTNER);

            house.merge("hubspot", "companies", third, pair.second);
            house.sync(House.PARTNER);

            assertThat(house.conflicts())
                    .extracting(Conflict::why)
                    .singleElement()
                    .asString()
                    .contains(pair.first);
        }
    }

    /** R11. */
    @Test
    void what_named_an_account_that_nobody_knew_goes_on_once_a_linked_one_is_merged_into_it() {
        try (House house = House.in(folder)) {
            Map<String, String> account = Map.of("Name", "Nordlicht AG", "Website", "nordlicht.example");
            String known = house.create("salesforce", "Account", account);
            house.sync(House.PARTNER);
            String second = house.create("salesforce", "Account", account);
            House.Deal deal = house.deal("Net", Map.of("Amount", 100, "Partner_Account__c", second));
            String company = house.counterpart("salesforce", known, "hubspot");

            house.merge("salesforce", "Account", second, known);
            house.sync();
            house.sync();

            assertThat(house.value("hubspot", "deals", deal.hubspot(), "partner_company_id"))
                    .isEqualTo(company);
        }
    }

    /** S23. */
    @ParameterizedTest
    @ValueSource(strings = {"1800", "3600"})
    void a_system_that_asked_to_be_left_alone_for_so_long_is_not_called_by_the_next_run(String seconds) {
        try (House house = House.in(folder)) {
            house.door("hubspot")
                    .fails(Map.of("kind", "STATUS", "status", 429, "path", "/search", "retryAfter", seconds));
            assertThat(house.sync(House.DEAL).converged()).isFalse();
            long before = house.door("hubspot").calls();

            Report next = house.sync(House.DEAL);

            assertThat(house.door("hubspot").calls()).isEqualTo(before);
            assertThat(next.troubles()).anyMatch(trouble -> trouble.what().contains("asked to be left alone"));
        }
    }

    /** S23: it is asked for another, which waits to delete its own record. */
    @Test
    void a_system_that_was_asked_whether_a_record_is_still_gone_is_left_alone_if_it_wants_that() {
        Map<String, String> policy =
                Map.of(DEAL_FILE, Configured.changed(DEAL_FILE, "deletes: flag", "deletes: delete"));
        try (House house = House.in(folder, policy)) {
            House.Deal deal = house.deal("Net", Map.of("Amount", 10));
            house.delete("hubspot", "deals", deal.hubspot());
            house.door("hubspot")
                    .fails(Map.of("kind", "STATUS", "status", 429, "path", "/batch/read", "retryAfter", "1800"));
            house.sync(House.DEAL);
            long before = house.door("hubspot").calls();

            Report next = house.sync(House.DEAL);

            assertThat(house.door("hubspot").calls()).isEqualTo(before);
            assertThat(next.troubles()).anyMatch(trouble -> trouble.what().contains("asked to be left alone"));
        }
    }

    /** Two partners, each in Salesforce and in HubSpot. */
    private static final class Pair {
        private final House house;
        private final String winner;
        private final String loser;
        private final String first;
        private final String second;

        Pair(House house) {
            this.house = house;
            winner = account("Nordlicht AG", "nordlicht.example");
            loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
            house.sync(House.PARTNER);
            first = house.counterpart("salesforce", winner, "hubspot");
            second = house.counterpart("salesforce", loser, "hubspot");
        }

        private String account(String name, String website) {
            return house.create("salesforce", "Account", Map.of("Name", name, "Website", website));
        }

        void mergeAccounts() {
            house.merge("salesforce", "Account", winner, loser);
            house.sync(House.PARTNER);
            assertThat(house.conflicts()).hasSize(1);
        }
    }
}
