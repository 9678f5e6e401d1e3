package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed is found, understood, mended and sent again, from the command line. */
class ReplayTest {

    private static final String LONG_NAME =
            "A deal with a very long name ".repeat(6).strip();

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        // Without the mapping's own bound, the system itself refuses names that are too long.
        String unbounded = Configured.changed("records/deal.yaml", "{ field: Name, max: 120 }", "Name");
        house = House.in(folder, Map.of("records/deal.yaml", unbounded));
    }

    @AfterEach
    void moveOut() {
        requireBranch(false);
    }

    private String hubspotDeal(String name) {
        return Entries.deal(house, "hubspot", name, Map.of());
    }

    /** Every new opportunity needs a branch, which nobody maps. */
    private void requireBranch(boolean required) {
        house.door("salesforce")
                .declares("Opportunity", Map.of("name", "Branch__c", "type", "string", "required", required));
    }

    private JsonNode onlyGroup() {
        JsonNode groups = house.enters("failures", "list", "--json").json().path("groups");
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private JsonNode plan(String... where) {
        String[] all = new String[where.length + 3];
        all[0] = "replay";
        all[1] = "plan";
        all[2] = "--json";
        System.arraycopy(where, 0, all, 3, where.length);
        Terminal.Printed printed = house.enters(all);
        assertThat(printed.exit()).as(printed.err()).isZero();
        return printed.json();
    }

    private Terminal.Printed apply(JsonNode plan) {
        return house.enters("replay", "apply", plan.path("token").asText(), "--reason=mended");
    }

    @Test
    void a_text_that_is_too_long_is_shortened_by_a_person_and_goes_everywhere() {
        String deal = hubspotDeal(LONG_NAME);
        house.sync(House.DEAL);

        JsonNode group = onlyGroup();
        assertThat(group.path("code").asText()).isEqualTo("STRING_TOO_LONG");
        assertThat(group.path("rule").asText()).contains("name at").contains("deal.yaml:");
        JsonNode shown = house.enters("failures", "show", group.path("group").asText(), "--json")
                .json();
        assertThat(shown.path("steps")).isNotEmpty();
        String failure = shown.path("failures").get(0).path("failure").asText();
        assertThat(house.enters("failures", "edit", failure, "--set=name=Short", "--by=ann", "--reason=too long")
                        .exit())
                .isZero();
        JsonNode plan = plan("--where=id=" + failure);
        assertThat(plan.path("create").asInt()).isEqualTo(1);
        Terminal.Printed applied = apply(plan);

        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        assertThat(house.find("salesforce", "Opportunity", "Name", "Short")).hasSize(1);
        assertThat(house.aside()).isEmpty();
        house.sync(House.DEAL);
        assertThat(house.value("hubspot", "deals", deal, "dealname")).isEqualTo("Short");
        assertThat(house.history("hubspot", deal))
                .anyMatch(row -> row.rule().equals("ruling edited") && row.by().equals("ann"))
                .anyMatch(row -> row.rule().contains("too long"));
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    @Test
    void what_was_mended_in_the_system_goes_through_and_applying_twice_is_applying_once() {
        requireBranch(true);
        hubspotDeal("Net");
        hubspotDeal("Web");
        house.sync(House.DEAL);
        assertThat(onlyGroup().path("open").asInt()).isEqualTo(2);
        requireBranch(false);

        JsonNode plan = plan("--where=code=REQUIRED_FIELD_MISSING");
        assertThat(plan.path("create").asInt()).isEqualTo(2);
        assertThat(plan.path("calls").path("salesforce").path("needed").asInt()).isEqualTo(1);
        assertThat(apply(plan).exit()).isZero();
        Terminal.Printed again = apply(plan);

        assertThat(again.exit()).as(again.out() + again.err()).isZero();
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(2);
        assertThat(house.aside()).isEmpty();
        JsonNode resolved = house.enters("failures", "list", "--all", "--json")
                .json()
                .path("groups")
                .get(0);
        assertThat(resolved.path("state").asText()).isEqualTo("RESOLVED");
    }

    @Test
    void a_plan_whose_record_changed_meanwhile_is_not_carried_out() {
        requireBranch(true);
        String deal = hubspotDeal("Net");
        house.sync(House.DEAL);
        requireBranch(false);
        JsonNode plan = plan();
        house.edit("hubspot", "deals", deal, Map.of("dealname", "Net of tax"));

        Terminal.Printed refused = apply(plan);

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("changed").contains("nothing was written");
        assertThat(house.count("salesforce", "Opportunity")).isZero();
        assertThat(apply(plan()).exit()).isZero();
        assertThat(house.find("salesforce", "Opportunity", "Name", "Net of tax"))
                .hasSize(1);
    }

    @Test
    void a_few_go_first_and_too_many_failures_among_them_stop_the_rest() throws Exception {
        requireBranch(true);
        for (int i = 0; i < 6; i++) {
            hubspotDeal("Deal " + i);
        }
        house.sync(House.DEAL);
        JsonNode plan = plan();
        Path report = house.folder().resolve("report.csv");

        Terminal.Printed stopped = house.enters(
                "replay",
                "apply",
                plan.path("token").asText(),
                "--reason=let us see",
                "--canary=2",
                "--report=" + report);

        assertThat(stopped.exit()).isEqualTo(1);
        assertThat(stopped.out()).contains("STOPPED").contains("2 failed again").contains("4 were not sent");
        assertThat(Files.readString(report)).contains("FAILED").contains("NOT_SENT");
        assertThat(house.aside()).hasSize(6);
    }

    @Test
    void a_replay_that_was_cancelled_is_not_carried_out() {
        requireBranch(true);
        hubspotDeal("Net");
        house.sync(House.DEAL);
        JsonNode plan = plan();

        assertThat(house.enters("replay", "cancel", plan.path("token").asText()).exit())
                .isZero();

        assertThat(apply(plan).exit()).isEqualTo(5);
        assertThat(house.enters("replay", "status").out()).contains("CANCELLED");
    }

    @Test
    void terms_that_are_not_understood_are_refused_by_name() {
        Terminal.Printed refused = house.enters("replay", "plan", "--where=colour=red");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("colour=red").contains("system, record");
    }

    @Test
    void a_group_is_assigned_snoozed_and_ignored_with_a_reason() {
        requireBranch(true);
        hubspotDeal("Net");
        house.sync(House.DEAL);
        String group = onlyGroup().path("group").asText();

        assertThat(house.enters("failures", "assign", group, "ann", "--reason=her field")
                        .out())
                .contains("ann");
        assertThat(house.enters("failures", "snooze", group, "--for=3d", "--reason=holiday")
                        .out())
                .contains("SNOOZED");
        assertThat(house.enters("failures", "list").out()).contains("0 records");
        assertThat(house.enters("failures", "list", "--all").out()).contains("SNOOZED");
        assertThat(house.enters("failures", "ignore", group, "--reason=never mind")
                        .out())
                .contains("IGNORED");
        assertThat(house.enters("failures", "ignore", group).exit()).isEqualTo(2);
    }

    @Test
    void a_limit_is_a_pause_with_its_end_and_no_failure_of_any_record() {
        hubspotDeal("Net");
        house.door("salesforce")
                .fails(Map.of(
                        "kind",
                        "STATUS",
                        "status",
                        403,
                        "times",
                        50,
                        "path",
                        "/composite/sobjects",
                        "body",
                        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]"));
        house.sync(House.DEAL);

        Terminal.Printed status = house.enters("status");

        assertThat(status.out()).contains("paused: salesforce").contains("resumes about");
        assertThat(status.exit()).isZero();
        assertThat(house.enters("failures", "list").exit()).isZero();
        house.door("salesforce").mends();
        house.sync(House.DEAL);
        assertThat(house.find("salesforce", "Opportunity", "Name", "Net")).hasSize(1);
    }
}
