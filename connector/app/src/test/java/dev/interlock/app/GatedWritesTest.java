package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that the state of its record does not allow waits where it can be seen, and goes once the state allows it. */
class GatedWritesTest {

    private static final int MANY = 500;

    @AutoClose
    private House house;

    private Deal deal;

    /** In this house a deal in PartnerStack that is qualified takes a new stage, and nothing else. */
    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(
                folder, Map.of("interlock.yaml", Configured.changed("interlock.yaml", "preset: partnerstack", """
                                preset: partnerstack
                                      objects: { deals: { gate: { by: stage, writable: { Submitted: all, Qualified: [stage] } } } }""")));
        deal = house.deal("Net", Map.of("Amount", 100));
        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("stage", "Qualified"));
        house.sync(House.DEAL);
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 250));
    }

    @Test
    void a_write_waits_where_it_can_be_seen_until_the_state_of_its_record_allows_it() {
        Report report = house.sync(House.DEAL);

        assertThat(report.written()).isEqualTo(1);
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("250", "250", "10000");
        assertThat(house.aside()).singleElement().satisfies(row -> {
            assertThat(row.cause().code()).isEqualTo("STATE_GATED");
            assertThat(row.cause().message()).contains("amount cannot be changed while stage is 'Qualified'");
        });

        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("stage", "Submitted"));
        for (int i = 0; i < MANY && !house.aside().isEmpty(); i++) {
            house.sync(House.DEAL);
        }

        assertThat(house.aside()).isEmpty();
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("250", "250", "25000");
        assertThat(house.differences()).isEmpty();
    }

    @Test
    void a_waiting_write_that_is_not_wanted_any_more_is_not_shown_any_more() {
        house.sync(House.DEAL);
        assertThat(house.aside()).hasSize(1);

        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 100));
        house.sync(House.DEAL);

        assertThat(house.aside()).isEmpty();
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("100", "100", "10000");
    }
}
