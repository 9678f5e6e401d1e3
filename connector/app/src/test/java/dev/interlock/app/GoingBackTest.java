package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was true before, and how it becomes true again. */
class GoingBackTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    private static String value(JsonNode shown, String field) {
        return shown.path("fields")
                .valueStream()
                .filter(one -> one.path("field").asText().equals(field))
                .findFirst()
                .map(one -> one.path("value").asText())
                .orElse("(none)");
    }

    private String renamed(House.Deal deal, String name) {
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Name", name));
        Report report = house.sync(House.DEAL);
        return report.run();
    }

    @Test
    void the_golden_record_is_shown_as_it_was_at_a_time() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        Instant before =
                house.history("salesforce", deal.salesforce()).getLast().at();
        renamed(deal, "Net of tax");

        JsonNode then = house.enters("show", "hubspot", deal.hubspot(), "--at=" + before, "--json")
                .json();
        JsonNode now = house.enters("show", "hubspot", deal.hubspot(), "--json").json();

        assertThat(value(then, "name")).isEqualTo("Net");
        assertThat(value(then, "amount")).isEqualTo("10");
        assertThat(value(now, "name")).isEqualTo("Net of tax");
        assertThat(house.enters("show", "hubspot", deal.hubspot(), "--at=yesterday")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void what_a_run_overwrote_is_put_back_everywhere() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        String run = renamed(deal, "Wrong name");

        JsonNode plan = house.enters("rollback", run, "--plan", "--json", "--reason=mistake")
                .json();
        assertThat(plan.path("restore").asInt()).isEqualTo(1);
        assertThat(house.value("hubspot", "deals", deal.hubspot(), "dealname")).isEqualTo("Wrong name");
        Terminal.Printed applied = house.enters("rollback", run, "--apply", "--reason=mistake");

        assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
        assertThat(house.values(deal, "Name", "dealname", "account_name")).containsOnly("Net");
        assertThat(house.sync(House.DEAL).written()).isZero();
        assertThat(house.history("hubspot", deal.hubspot()))
                .anyMatch(row -> row.rule().equals("ruling rolled back " + run))
                .anyMatch(row -> row.rule().contains("mistake"));
    }

    @Test
    void what_was_edited_since_is_left_alone() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        String run = renamed(deal, "Wrong name");
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("dealname", "Right name"));

        Terminal.Printed applied = house.enters("rollback", run, "--apply", "--reason=mistake");

        assertThat(applied.exit()).isEqualTo(1);
        assertThat(applied.out()).contains("EDITED_SINCE").contains("put back 0 of 1");
        assertThat(house.value("hubspot", "deals", deal.hubspot(), "dealname")).isEqualTo("Right name");
    }

    @Test
    void a_run_that_nobody_knows_is_not_taken_back() {
        Terminal.Printed refused = house.enters("rollback", "20270101-000000-aaaa", "--plan", "--reason=x");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("20270101-000000-aaaa");
    }

    @Test
    void the_audit_proves_itself_unbroken() {
        house.deal("Net", Map.of("Amount", 10));
        Terminal.Printed proved = house.enters("verify-audit");
        assertThat(proved.exit()).isZero();
        assertThat(proved.out()).contains("intact");
    }
}
