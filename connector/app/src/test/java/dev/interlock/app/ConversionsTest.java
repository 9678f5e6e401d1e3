package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.record.RecordType;
import dev.interlock.record.SystemId;
import dev.interlock.routes.Order;
import dev.interlock.routes.Report;
import dev.interlock.stage.Ledger.AuditRow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R10: a lead that people convert is left alone, and what it became has links of its own. */
class ConversionsTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @Test
    void a_converted_lead_is_left_alone_in_salesforce_and_its_contact_lives_on() {
        String contact = Entries.contact(house);
        house.sync(House.LEAD);
        String lead = house.counterpart("hubspot", contact, "salesforce");

        house.door("salesforce").act("convert", Map.of("id", lead));
        house.sync(House.LEAD);
        house.edit("hubspot", "contacts", contact, Map.of("city", "Wien"));
        Report report = house.sync(House.LEAD);

        assertThat(report.written()).isZero();
        assertThat(report.converged()).isTrue();
        assertThat(house.value("hubspot", "contacts", contact, "city")).isEqualTo("Wien");
        assertThat(house.value("salesforce", "Lead", lead, "City")).isEmpty();
        assertThat(house.count("salesforce", "Lead")).isEqualTo(1);
        assertThat(house.aside()).isEmpty();
    }

    @Test
    void what_a_lead_became_are_a_partner_and_a_deal_with_links_of_their_own_and_both_sides_tell_of_it() {
        String contact = Entries.contact(house);
        house.sync();
        String lead = house.counterpart("hubspot", contact, "salesforce");
        JsonNode became = house.door("salesforce").act("convert", Map.of("id", lead));
        String account = became.path("ConvertedAccountId").asText();
        String opportunity = became.path("ConvertedOpportunityId").asText();

        house.sync();

        assertThat(house.types("salesforce", lead)).containsExactly(House.LEAD);
        assertThat(house.types("salesforce", account)).containsExactly(House.LEAD, House.PARTNER);
        assertThat(house.types("salesforce", opportunity)).containsExactly(House.DEAL, House.LEAD);
        assertThat(house.types("salesforce", became.path("ConvertedContactId").asText()))
                .containsExactly(House.LEAD);
        assertThat(house.types("hubspot", contact)).containsExactly(House.LEAD);
        assertThat(house.find("hubspot", "companies", "name", "Zwetschkenbaum KG"))
                .hasSize(1);
        assertThat(house.history("salesforce", lead)).extracting(AuditRow::rule).contains("R10 converted");
        assertThat(house.sync().written()).isZero();
    }

    @Test
    void an_account_that_took_the_leads_key_along_is_neither_a_collision_nor_a_record_of_a_lost_store() {
        String contact = Entries.contact(house);
        house.sync();
        String lead = house.counterpart("hubspot", contact, "salesforce");
        String key = house.value("salesforce", "Lead", lead, "Interlock_Id__c");
        JsonNode became = house.door("salesforce").act("convert", Map.of("id", lead));
        String account = became.path("ConvertedAccountId").asText();
        house.edit("salesforce", "Account", account, Map.of("Interlock_Id__c", key));

        Report report = house.sync();

        assertThat(report.converged()).isTrue();
        assertThat(house.aside()).isEmpty();
        assertThat(house.types("salesforce", account)).containsExactly(House.LEAD, House.PARTNER);
        house.edit("salesforce", "Account", account, Map.of("Phone", "+43155512345"));
        house.sync();
        assertThat(house.find("hubspot", "companies", "phone", "+43155512345")).hasSize(1);
    }

    @Test
    void a_write_that_was_about_to_go_to_a_lead_that_is_converted_meanwhile_is_planned_anew_and_not_sent() {
        String contact = Entries.contact(house);
        house.sync(House.LEAD);
        String lead = house.counterpart("hubspot", contact, "salesforce");
        house.edit("hubspot", "contacts", contact, Map.of("city", "Wien"));
        house.door("salesforce").act("convert", Map.of("id", lead));
        house.door("salesforce").forgetCalls();

        // Salesforce is not read, so nothing tells of the conversion but the look at the lead before it is written.
        Report report = house.sync(new Order(
                Set.of(new RecordType(House.LEAD)),
                Set.of(new SystemId("hubspot")),
                Order.Reach.CHANGES,
                Order.Writes.HAND_OVER,
                Order.Deletes.GUARDED));

        assertThat(report.converged()).isTrue();
        assertThat(report.written()).isZero();
        assertThat(house.door("salesforce").writingCalls()).isEmpty();
        assertThat(house.aside()).isEmpty();
        assertThat(house.sync(House.LEAD).written()).isZero();
    }
}
