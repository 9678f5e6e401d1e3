package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import dev.interlock.plan.Conflict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D12, L3: a flow in Salesforce rewrites a field that Salesforce has no say in. */
class RewritingTest {

    private static final Map<String, ?> UPPER_CASE =
            Map.of("object", "Opportunity", "field", "Name", "set", "upper case");
    private static final Map<String, ?> AS_WRITTEN =
            Map.of("object", "Opportunity", "field", "Name", "set", "as written");

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(
                folder,
                Map.of(
                        "records/deal.yaml",
                        Configured.changed(
                                "records/deal.yaml",
                                "  name:\n    type: text\n",
                                "  name:\n    type: text\n    writers: [hubspot, partnerstack]\n")));
    }

    @AfterEach
    void moveOut() {
        house.door("salesforce").act("automation", AS_WRITTEN);
    }

    @Test
    void a_field_that_a_flow_rewrites_is_written_a_few_times_then_shown_to_a_person_and_the_rest_goes_on() {
        Deal deal = deal();
        house.door("salesforce").act("automation", UPPER_CASE);
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "Net 2"));

        for (int run = 0; run < 10; run++) {
            house.sync(House.DEAL);
        }

        assertThat(writesOfName(deal)).isEqualTo(6);
        assertThat(house.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.REWRITTEN);
        assertThat(house.conflicts().getFirst().why()).contains("[salesforce] rewrites name");
        assertThat(house.sync(House.DEAL).written()).isZero();
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "Net 3", "amount", "300"));
        house.sync(House.DEAL);
        assertThat(house.value("partnerstack", "deals", deal.partnerstack(), "account_name"))
                .isEqualTo("Net 3");
        assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Name"))
                .isEqualTo("NET 2");
        assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Amount"))
                .isEqualTo("300");
        assertThat(house.aside()).isEmpty();
    }

    @Test
    void a_field_is_written_again_once_the_flow_is_gone_and_the_agreed_value_stands_there() {
        Deal deal = deal();
        house.door("salesforce").act("automation", UPPER_CASE);
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "Net 2"));
        for (int run = 0; run < 8; run++) {
            house.sync(House.DEAL);
        }

        house.door("salesforce").act("automation", AS_WRITTEN);
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Name", "Net 2"));
        house.sync(House.DEAL);

        assertThat(house.conflicts()).isEmpty();
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "Net 3"));
        house.sync(House.DEAL);
        assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Name"))
                .isEqualTo("Net 3");
    }

    private Deal deal() {
        String id = Entries.deal(house, "hubspot", "Net", Map.of());
        house.sync(House.DEAL);
        return new Deal(
                house.counterpart("hubspot", id, "salesforce"), id, house.counterpart("hubspot", id, "partnerstack"));
    }

    private long writesOfName(Deal deal) {
        return house.history("hubspot", deal.hubspot()).stream()
                .filter(row ->
                        row.rule().equals("UPDATE salesforce") && row.field().equals("name"))
                .count();
    }
}
