package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import dev.interlock.plan.Conflict;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens elsewhere when a record is deleted in one system. */
class DeletesTest {

    private static final String DEAL_FILE = "records/deal.yaml";

    @TempDir
    private Path folder = Path.of("");

    private static Map<String, String> policy(String policy) {
        return Map.of(DEAL_FILE, Configured.changed(DEAL_FILE, "deletes: flag", "deletes: " + policy));
    }

    /** R5. */
    @Test
    void a_delete_is_flagged_and_touches_nothing_elsewhere_when_the_policy_is_flag() {
        try (House house = House.in(folder)) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));

            house.delete("salesforce", "Opportunity", deal.salesforce());
            Report report = house.sync(House.DEAL);

            assertThat(report.written()).isZero();
            assertThat(house.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.DELETED);
            assertThat(house.count("hubspot", "deals")).isEqualTo(1);
            assertThat(house.count("partnerstack", "deals")).isEqualTo(1);
            nothingIsCreatedAgain(house);
        }
    }

    @Test
    void a_delete_in_hubspot_is_noticed_although_its_search_only_tells_what_is_there() {
        try (House house = House.in(folder)) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));

            house.delete("hubspot", "deals", deal.hubspot());
            house.sync(House.DEAL);

            assertThat(house.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.DELETED);
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 200));
            house.sync(House.DEAL);
            assertThat(house.count("hubspot", "deals")).isZero();
        }
    }

    /** R7: PartnerStack neither lists nor finds an archived deal, and a record that is not found may still be there. */
    @Test
    void a_deal_that_partnerstack_does_not_find_any_more_is_neither_made_again_nor_deleted_elsewhere() {
        try (House house = House.in(folder, policy("delete"))) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));

            house.delete("partnerstack", "deals", deal.partnerstack());
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 300));
            house.sync(House.DEAL);

            assertThat(house.value("hubspot", "deals", deal.hubspot(), "amount"))
                    .isEqualTo("300");
            assertThat(house.count("salesforce", "Opportunity")).isEqualTo(1);
            assertThat(house.count("partnerstack", "deals")).isZero();
            nothingIsCreatedAgain(house);
        }
    }

    @Test
    void records_elsewhere_are_unlinked_and_go_their_own_way_when_the_policy_is_unlink() {
        try (House house = House.in(folder, policy("unlink"))) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));

            house.delete("salesforce", "Opportunity", deal.salesforce());
            house.sync(House.DEAL);
            house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
            Report report = house.sync(House.DEAL);

            assertThat(report.written()).isZero();
            assertThat(house.value("partnerstack", "deals", deal.partnerstack(), "amount"))
                    .isEqualTo("10000");
            assertThat(house.conflicts()).isEmpty();
            nothingIsCreatedAgain(house);
        }
    }

    @Test
    void records_elsewhere_are_deleted_when_the_policy_is_delete() {
        try (House house = House.in(folder, policy("delete"))) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));
            house.deal("Other", Map.of("Amount", 100));

            house.delete("salesforce", "Opportunity", deal.salesforce());
            house.sync(House.DEAL);

            assertThat(house.find("hubspot", "deals", "dealname", "Net")).isEmpty();
            assertThat(house.find("partnerstack", "deals", "account_name", "Net"))
                    .isEmpty();
            assertThat(house.count("hubspot", "deals")).isEqualTo(1);
            nothingIsCreatedAgain(house);
        }
    }

    /** R6. */
    @Test
    void a_record_deleted_here_and_edited_there_is_a_conflict_and_stays_where_it_is() {
        try (House house = House.in(folder, policy("delete"))) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));

            house.delete("salesforce", "Opportunity", deal.salesforce());
            house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
            house.sync(House.DEAL);
            house.sync(House.DEAL);

            assertThat(house.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.DELETED_AND_EDITED);
            assertThat(house.count("hubspot", "deals")).isEqualTo(1);
            assertThat(house.count("partnerstack", "deals")).isEqualTo(1);
            assertThat(house.count("salesforce", "Opportunity")).isZero();
        }
    }

    /** R8. */
    @Test
    void more_deletes_than_the_net_lets_through_are_held_until_somebody_allows_them() {
        try (House house = House.in(folder, policy("delete"))) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ids.add(house.create(
                        "salesforce",
                        "Opportunity",
                        Map.of("Name", "Net " + i, "StageName", "Prospecting", "CloseDate", "2027-03-31")));
            }
            house.sync(House.DEAL);

            ids.subList(0, 4).forEach(id -> house.delete("salesforce", "Opportunity", id));
            Report held = house.sync(House.DEAL);

            assertThat(held.written()).isZero();
            assertThat(held.converged()).isFalse();
            assertThat(held.troubles()).anyMatch(trouble -> trouble.contains("4 deletes of 6"));
            assertThat(house.count("hubspot", "deals")).isEqualTo(6);

            house.sync(
                    new Order(Set.of(), Set.of(), Order.Reach.CHANGES, Order.Writes.HAND_OVER, Order.Deletes.ALLOWED));

            assertThat(house.count("hubspot", "deals")).isEqualTo(2);
            assertThat(house.count("partnerstack", "deals")).isEqualTo(2);
            nothingIsCreatedAgain(house);
        }
    }

    @Test
    void a_record_that_is_restored_goes_on_as_before() {
        try (House house = House.in(folder)) {
            Deal deal = house.deal("Net", Map.of("Amount", 100));
            house.delete("salesforce", "Opportunity", deal.salesforce());
            house.sync(House.DEAL);

            house.undelete("salesforce", "Opportunity", deal.salesforce());
            house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
            house.sync(House.DEAL);

            assertThat(house.conflicts()).isEmpty();
            assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("300", "300", "30000");
        }
    }

    /** S15: neither by the next run nor by one that reads everything. */
    private static void nothingIsCreatedAgain(House house) {
        assertThat(house.sync(House.DEAL).written()).isZero();
        assertThat(house.syncInFull().written()).isZero();
    }
}
