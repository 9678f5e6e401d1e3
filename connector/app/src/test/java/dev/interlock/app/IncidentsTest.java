package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong on a Monday with the values of records: found by its cause, understood from the catalogue, mended and replayed,
 * in five commands. What goes wrong with logins, limits, locks and links is in {@link OutageIncidentsTest} and
 * {@link LinkIncidentsTest}.
 */
class IncidentsTest {

    private static final List<String> STAGES = List.of(
            "Prospecting", "Qualification", "Needs Analysis", "Negotiation/Review", "Closed Won", "Closed Lost");

    @AutoClose
    private House house;

    private Operator operator;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
        operator = new Operator(house);
    }

    @AfterEach
    void moveOut() {
        stages(STAGES, false);
        house.door("salesforce").act("thawField", AMOUNT);
        house.door("salesforce").act("showField", AMOUNT);
    }

    private static final Map<String, String> AMOUNT = Map.of("object", "Opportunity", "field", "Amount");

    private void stages(List<String> names, boolean restricted) {
        house.door("salesforce")
                .declares("Opportunity", Map.of("name", "StageName", "picklist", names, "restricted", restricted));
    }

    private String deal(Map<String, ?> more) {
        return Entries.deal(house, "hubspot", "Net", more);
    }

    private void changesTheMapping(String passage, String instead) throws IOException {
        Files.writeString(
                house.folder().resolve("config/records/deal.yaml"),
                Configured.changed("records/deal.yaml", passage, instead));
        house.restart();
    }

    @Test
    void a_picklist_value_that_was_renamed_is_put_right_in_the_mapping_that_is_named_by_file_and_line()
            throws IOException {
        stages(List.of("Prospecting", "Qualifying", "Closed Won", "Closed Lost"), true);
        deal(Map.of("dealstage", "qualifiedtobuy"));
        house.sync();

        JsonNode shown = operator.understands(operator.finds(), "salesforce/picklist-value");
        assertThat(shown.path("message").asText())
                .isEqualTo("Stage: bad value for restricted picklist field: Qualification");
        assertThat(shown.path("rule").asText()).matches("stage at .*records/deal\\.yaml:\\d+.*");
        assertThat(shown.path("steps").toString()).contains("left side of `map`");
        changesTheMapping("Qualification: engaging", "Qualifying: engaging");
        operator.replays();

        house.theOne("salesforce", "Opportunity", "StageName", "Qualifying");
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(1);
    }

    @Test
    void a_choice_that_nobody_mapped_is_corrected_in_the_record_by_a_person() {
        String deal = deal(Map.of("dealstage", "contractsent"));
        house.sync(House.DEAL);

        JsonNode shown = operator.understands(
                operator.types("failures", "list", "--json", "--where=step=read")
                        .json()
                        .path("groups")
                        .get(0),
                "interlock/unreadable-choice");
        assertThat(shown.path("code").asText()).isEqualTo("UNREADABLE");
        assertThat(shown.path("rule").asText()).matches("stage at .*records/deal\\.yaml:\\d+.*");
        Terminal.Printed edited = operator.types(
                "failures", "edit", Operator.failure(shown), "--set=stage=engaging", "--reason=sales said so");
        assertThat(edited.exit()).isZero();
        assertThat(operator.types("sync").exit()).isZero();

        assertThat(house.value("hubspot", "deals", deal, "dealstage")).isEqualTo("qualifiedtobuy");
        house.theOne("salesforce", "Opportunity", "StageName", "Qualification");
        operator.isDone();
    }

    @Test
    void a_choice_that_nobody_mapped_goes_through_by_replay_once_a_person_corrected_it_there() {
        String deal = deal(Map.of("dealstage", "contractsent"));
        house.sync(House.DEAL);
        assertThat(operator.types("replay", "plan", "--json")
                        .json()
                        .path("invalid")
                        .asInt())
                .isEqualTo(1);
        house.edit("hubspot", "deals", deal, Map.of("dealstage", "closedwon"));

        operator.types("sync");

        house.theOne("salesforce", "Opportunity", "StageName", "Closed Won");
        operator.isDone();
    }

    @Test
    void a_new_validation_rule_is_met_by_filling_in_what_it_asks_for() {
        house.door("salesforce")
                .act(
                        "validationRule",
                        Map.of(
                                "object",
                                "Opportunity",
                                "name",
                                "Amount_Needed",
                                "when",
                                List.of(Map.of("field", "Amount", "is", "blank")),
                                "message",
                                "Every deal needs an amount since Monday.",
                                "errorField",
                                "Amount"));
        String deal = deal(Map.of());
        house.sync();

        JsonNode group = operator.finds();
        assertThat(group.path("code").asText()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        JsonNode shown = operator.understands(group, "salesforce/validation-rule");
        assertThat(shown.path("message").asText()).isEqualTo("Every deal needs an amount since Monday.");
        assertThat(shown.path("rule").asText()).matches("amount at .*records/deal\\.yaml:\\d+.*");
        assertThat(shown.path("who").asText()).isEqualTo("the CRM's admin");
        house.edit("hubspot", "deals", deal, Map.of("amount", "10"));
        operator.replays();

        house.theOne("salesforce", "Opportunity", "Amount", "10");
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(1);
    }

    @Test
    void a_field_that_the_login_may_not_write_any_more_is_a_matter_of_permission() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.door("salesforce").act("freezeField", AMOUNT);
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "20"));
        house.sync();

        JsonNode shown = operator.understands(operator.finds(), "salesforce/field-permission");
        assertThat(shown.path("class").asText()).isEqualTo("PERMISSION");
        assertThat(shown.path("message").asText()).startsWith("Unable to create/update fields: Amount.");
        assertThat(shown.path("rule").asText()).matches("amount at .*records/deal\\.yaml:\\d+.*");
        house.door("salesforce").act("thawField", AMOUNT);
        operator.replays();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
    }

    @Test
    void a_field_that_vanished_from_sight_is_shown_as_hidden_or_gone_and_filled_once_it_is_back() {
        house.door("salesforce").act("hideField", AMOUNT);
        deal(Map.of("amount", "10"));
        house.sync();

        JsonNode shown = operator.understands(operator.finds(), "salesforce/field-missing");
        assertThat(shown.path("message").asText()).contains("Amount");
        assertThat(shown.path("steps").toString()).contains("Read and Edit Access");
        house.door("salesforce").act("showField", AMOUNT);
        operator.replays();

        house.theOne("salesforce", "Opportunity", "Amount", "10");
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(1);
    }

    @Test
    void a_country_that_cannot_be_read_is_corrected_where_it_was_written() {
        String lead = house.create(
                "salesforce",
                "Lead",
                Map.of("LastName", "Doe", "Company", "Acme", "Email", "doe@acme.example", "Country", "Nirgendwo"));
        house.sync();
        assertThat(house.count("hubspot", "contacts")).as("the rest goes on").isEqualTo(1);

        JsonNode shown = operator.understands(operator.finds(), "interlock/unreadable-country");
        assertThat(shown.path("message").asText()).contains("Nirgendwo");
        assertThat(shown.path("rule").asText()).matches("country at .*records/lead\\.yaml:\\d+.*");
        house.edit("salesforce", "Lead", lead, Map.of("Country", "Austria"));
        operator.types("sync");

        house.theOne("hubspot", "contacts", "country", "Austria");
        operator.isDone();
    }

    @Test
    void a_text_that_is_too_long_is_shortened_for_its_record() {
        String name = "A deal with a very long name ".repeat(6).strip();
        String deal = deal(Map.of("dealname", name));
        house.sync();

        JsonNode shown = operator.understands(operator.finds(), "interlock/unwritable-too-long");
        assertThat(shown.path("rule").asText()).matches("name at .*records/deal\\.yaml:\\d+.*");
        assertThat(operator.types(
                                "failures",
                                "edit",
                                Operator.failure(shown),
                                "--set=name=Short",
                                "--reason=too long for Salesforce")
                        .exit())
                .isZero();
        operator.replays();

        house.theOne("salesforce", "Opportunity", "Name", "Short");
        assertThat(house.value("hubspot", "deals", deal, "dealname")).isEqualTo("Short");
    }
}
