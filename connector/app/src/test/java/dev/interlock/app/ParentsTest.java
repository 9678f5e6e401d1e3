package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that name another which is not there yet (R11). */
class ParentsTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    private void partner(String key, String name) {
        house.create(
                "partnerstack",
                "partnerships",
                Map.of("partner_key", key, "email", "team@" + key + ".example", "company", name));
    }

    @Test
    void what_else_was_edited_does_not_wait_for_a_parent_that_cannot_arrive() {
        partner("nord", "Nordlicht AG");
        String registered = Entries.deal(house, "partnerstack", "Net", Map.of("partner_key", "nord"));
        house.sync();
        String deal = house.counterpart("partnerstack", registered, "salesforce");
        house.door("salesforce")
                .act(
                        "validationRule",
                        Map.of(
                                "object",
                                "Account",
                                "name",
                                "Website_Needed",
                                "when",
                                List.of(Map.of("field", "Website", "is", "blank")),
                                "message",
                                "An account needs a website."));
        partner("sued", "Südwind KG");
        house.edit("partnerstack", "deals", registered, Map.of("partner_key", "sued", "close_date", "2027-06-30"));

        house.sync();

        assertThat(house.value("salesforce", "Opportunity", deal, "CloseDate")).isEqualTo("2027-06-30");
        String account = house.theOne("salesforce", "Account", "Name", "Nordlicht AG");
        assertThat(house.value("salesforce", "Opportunity", deal, "Partner_Account__c"))
                .isEqualTo(account);
        assertThat(house.history("salesforce", deal))
                .as("nothing is told to have been written that was not")
                .noneMatch(row -> row.field().equals("partner") && row.rule().equals("UPDATE salesforce"));
        assertThat(house.sync().written())
                .as("and nothing is sent over and over")
                .isZero();
    }
}
