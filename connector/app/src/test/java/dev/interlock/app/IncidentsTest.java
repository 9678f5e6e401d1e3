package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on a Monday: found by its cause, understood from the catalogue, mended and replayed, in five commands. */
class IncidentsTest {

    @TempDir
    private Path folder = Path.of("");

    private House house;

    @BeforeEach
    void moveIn() {
        house = House.in(folder);
    }

    @AfterEach
    void moveOut() {
        house.door("salesforce").mends();
        house.close();
    }

    private String deal(Map<String, ?> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "dealname",
                "Net",
                "dealstage",
                "appointmentscheduled",
                "pipeline",
                "default",
                "closedate",
                "2027-01-31T00:00:00Z"));
        fields.putAll(more);
        return house.create("hubspot", "deals", fields);
    }

    private JsonNode onlyGroup(String... where) {
        String[] all = Stream.concat(Stream.of("failures", "list", "--json"), Stream.of(where))
                .toArray(String[]::new);
        JsonNode groups = house.enters(all).json().path("groups");
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private String onlyFailure(JsonNode group) {
        return house.enters("failures", "show", group.path("group").asText(), "--json")
                .json()
                .path("failures")
                .get(0)
                .path("failure")
                .asText();
    }

    private void replay() {
        JsonNode plan = house.enters("replay", "plan", "--json").json();
        Terminal.Printed done =
                house.enters("replay", "apply", plan.path("token").asText(), "--reason=mended");
        assertThat(done.exit()).as(done.out() + done.err() + plan).isZero();
        assertThat(house.aside()).isEmpty();
    }

    @Test
    void a_choice_that_nobody_mapped_is_corrected_in_the_record_by_a_person() {
        String deal = deal(Map.of("dealstage", "contractsent"));
        house.sync(House.DEAL);

        JsonNode group = onlyGroup("--where=step=read");
        assertThat(group.path("code").asText()).isEqualTo("UNREADABLE");
        assertThat(group.path("catalogue").asText()).isEqualTo("interlock/unreadable-choice");
        assertThat(group.path("rule").asText()).contains("stage at").contains("deal.yaml:");
        assertThat(house.enters(
                                "failures",
                                "edit",
                                onlyFailure(group),
                                "--set=stage=engaging",
                                "--reason=sales said so")
                        .exit())
                .isZero();
        house.sync(House.DEAL);

        assertThat(house.value("hubspot", "deals", deal, "dealstage")).isEqualTo("qualifiedtobuy");
        assertThat(house.theOne("salesforce", "Opportunity", "StageName", "Qualification"))
                .isNotBlank();
        assertThat(house.aside()).isEmpty();
    }

    @Test
    void a_choice_that_nobody_mapped_goes_through_by_replay_once_a_person_corrected_it_there() {
        String deal = deal(Map.of("dealstage", "contractsent"));
        house.sync(House.DEAL);
        assertThat(house.enters("replay", "plan", "--json")
                        .json()
                        .path("invalid")
                        .asInt())
                .isEqualTo(1);
        house.edit("hubspot", "deals", deal, Map.of("dealstage", "closedwon"));

        house.sync(House.DEAL);

        assertThat(house.aside()).isEmpty();
        assertThat(house.theOne("salesforce", "Opportunity", "StageName", "Closed Won"))
                .isNotBlank();
    }

    @Test
    void a_field_that_the_login_may_not_write_any_more_is_a_matter_of_permission() {
        house.door("salesforce").act("hideField", Map.of("object", "Opportunity", "field", "Amount"));
        deal(Map.of("amount", "10"));
        house.sync(House.DEAL);

        JsonNode group = onlyGroup();
        assertThat(group.path("class").asText()).isIn("PERMISSION", "SCHEMA_DRIFT");
        house.door("salesforce").act("showField", Map.of("object", "Opportunity", "field", "Amount"));
        replay();

        assertThat(house.find("salesforce", "Opportunity", "Amount", "10")).hasSize(1);
    }

    @Test
    void a_row_that_stays_locked_is_shown_after_a_while_and_goes_through_by_replay() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "20"));
        house.door("salesforce")
                .fails(Map.of(
                        "kind",
                        "STATUS",
                        "status",
                        200,
                        "times",
                        100,
                        "method",
                        "PATCH",
                        "path",
                        "/composite/sobjects",
                        "body",
                        "[{\"success\":false,\"errors\":[{\"statusCode\":\"UNABLE_TO_LOCK_ROW\",\"message\":\"unable to obtain"
                                + " exclusive access to this record\",\"fields\":[]}]}]"));
        for (int i = 0; i < 14 && house.aside().isEmpty(); i++) {
            house.sync(House.DEAL);
        }

        JsonNode group = onlyGroup();
        assertThat(group.path("code").asText()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(group.path("heals").asText()).isEqualTo("BY_ITSELF");
        house.door("salesforce").mends();
        replay();

        assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Amount"))
                .isEqualTo("20");
    }
}
