package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are there twice, became one, became another, or miss their parent on a Monday. */
class LinkIncidentsTest {

    @AutoClose
    private House house;

    private Operator operator;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        // Weighing would find the twins before Salesforce's own rule does.
        String keysAlone = Configured.changed("records/partner.yaml", "  weigh: [name, domain, phone, country]\n", "");
        house = House.in(folder, Map.of("records/partner.yaml", keysAlone));
        operator = new Operator(house);
    }

    private void blockDuplicatesByPhone() {
        house.door("salesforce")
                .act("duplicateRule", Map.of("object", "Account", "name", "Same_Phone", "match", List.of("Phone")));
    }

    @Test
    void what_a_duplicate_rule_refused_goes_through_once_both_are_meant_to_exist() {
        house.create("salesforce", "Account", Map.of("Name", "Nordlicht Berlin", "Phone", "+49301112222"));
        house.sync();
        blockDuplicatesByPhone();
        house.create("hubspot", "companies", Map.of("name", "Nordlicht Hamburg", "phone", "+49301112222"));
        house.sync();

        JsonNode shown = operator.understands(operator.finds(), "salesforce/duplicate-rule");
        assertThat(shown.path("code").asText()).isEqualTo("DUPLICATES_DETECTED");
        assertThat(shown.path("message").asText()).isEqualTo("Use one of these records?");
        assertThat(shown.path("steps").toString()).contains("leave the integration user");
        house.door("salesforce").act("endRule", Map.of("object", "Account", "name", "Same_Phone"));
        operator.replays();

        house.theOne("salesforce", "Account", "Name", "Nordlicht Hamburg");
        assertThat(house.count("salesforce", "Account")).isEqualTo(2);
        assertThat(house.count("hubspot", "companies")).isEqualTo(2);
    }

    @Test
    void what_a_duplicate_rule_rightly_refused_is_merged_where_it_came_from_and_nothing_is_created() {
        String account = house.create("salesforce", "Account", Map.of("Name", "Nordlicht AG", "Phone", "+49301112222"));
        house.sync();
        String company = house.counterpart("salesforce", account, "hubspot");
        blockDuplicatesByPhone();
        String again = house.create("hubspot", "companies", Map.of("name", "Nordlicht", "phone", "+49301112222"));
        house.sync();

        operator.understands(operator.finds(), "salesforce/duplicate-rule");
        Terminal.Printed known = operator.types("show", "salesforce", account);
        assertThat(known.out()).contains(company);
        house.merge("hubspot", "companies", company, again);
        operator.types("sync");

        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        operator.isDone();
        house.syncInFull();
        assertThat(house.count("salesforce", "Account"))
                .as("a full run tries nothing again")
                .isEqualTo(1);
    }

    @Test
    void an_account_that_was_merged_is_a_question_to_a_person_until_the_other_system_merged_it_too() {
        String winner =
                house.create("salesforce", "Account", Map.of("Name", "Nordlicht AG", "Website", "nordlicht.example"));
        String loser = house.create(
                "salesforce", "Account", Map.of("Name", "Nordlicht Systemhaus", "Website", "systemhaus.example"));
        house.sync();
        String kept = house.counterpart("salesforce", winner, "hubspot");
        String second = house.counterpart("salesforce", loser, "hubspot");
        house.merge("salesforce", "Account", winner, loser);
        house.edit("hubspot", "companies", kept, Map.of("phone", "+49301112222"));
        house.sync();

        JsonNode asked = operator.types("status", "--json").json().path("conflicts");
        assertThat(asked.path("count").asInt()).isEqualTo(1);
        assertThat(asked.toString()).contains(second);
        house.merge("hubspot", "companies", kept, second);
        assertThat(operator.types("sync").exit()).isZero();

        assertThat(house.value("salesforce", "Account", winner, "Phone")).isEqualTo("+49301112222");
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        operator.isDone();
    }

    @Test
    void a_lead_that_was_converted_while_a_change_was_on_its_way_holds_nothing_up_and_is_explained() {
        String contact = Entries.contact(house);
        house.sync();
        String lead = house.counterpart("hubspot", contact, "salesforce");
        house.edit("hubspot", "contacts", contact, Map.of("city", "Wien"));
        house.door("salesforce").act("convert", Map.of("id", lead));

        assertThat(operator.types("sync").exit()).isZero();
        assertThat(operator.types("failures", "list").exit()).isZero();
        Terminal.Printed shown = operator.types("show", "salesforce", lead);
        assertThat(shown.out()).contains("R10 converted");
        Terminal.Printed explained = operator.types("failures", "explain", "CANNOT_UPDATE_CONVERTED_LEAD");
        assertThat(explained.out()).contains("salesforce/converted-lead", "cannot go through as it is");

        assertThat(house.value("hubspot", "contacts", contact, "city")).isEqualTo("Wien");
        assertThat(house.count("salesforce", "Lead")).isEqualTo(1);
        house.theOne("hubspot", "companies", "name", "Zwetschkenbaum KG");
        operator.isDone();
    }

    @Test
    void a_deal_whose_partner_was_refused_waits_for_it_and_both_go_through_together() {
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
        house.create(
                "partnerstack",
                "partnerships",
                Map.of("partner_key", "nord", "email", "team@nord.example", "company", "Nordlicht AG"));
        Entries.deal(house, "partnerstack", "Net", Map.of("partner_key", "nord"));
        house.sync();

        JsonNode groups = operator.types("failures", "list", "--json").json().path("groups");
        assertThat(groups.findValuesAsText("code"))
                .containsExactlyInAnyOrder("FIELD_CUSTOM_VALIDATION_EXCEPTION", "PARENT_NOT_LINKED");
        JsonNode child = groups.get(groups.findValuesAsText("code").indexOf("PARENT_NOT_LINKED"));
        JsonNode shown = operator.understands(child, "interlock/parent-not-linked");
        assertThat(shown.path("rule").asText()).matches("partner at .*records/deal\\.yaml:\\d+.*");
        assertThat(shown.path("steps").toString()).contains("Solve the failure of the parent first");
        String company = house.theOne("hubspot", "companies", "name", "Nordlicht AG");
        house.edit("hubspot", "companies", company, Map.of("domain", "nordlicht.example"));
        operator.replays();

        String account = house.theOne("salesforce", "Account", "Name", "Nordlicht AG");
        String deal = house.theOne("salesforce", "Opportunity", "Name", "Net");
        assertThat(house.value("salesforce", "Opportunity", deal, "Partner_Account__c"))
                .isEqualTo(account);
    }
}
