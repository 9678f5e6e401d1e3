package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins, scopes, limits and locks that get in the way on a Monday, and how a person at the command line gets past them. */
class OutageIncidentsTest {

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
        house.door("salesforce").act("settings", Map.of("userActive", true, "dailyLimit", 15_000, "resetUsage", true));
        house.door("hubspot")
                .act(
                        "settings",
                        Map.of("missingScopes", List.of(), "dailyLimit", 1_000_000, "token", "pat-sandbox-0000"));
    }

    private House.Deal edited() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "20"));
        return deal;
    }

    @Test
    void a_token_that_expired_is_renewed_without_anybody() {
        House.Deal deal = edited();
        house.door("salesforce").act("settings", Map.of("expireTokens", true));

        assertThat(operator.types("sync").exit()).isZero();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
        operator.isDone();
    }

    @Test
    void a_login_that_is_refused_is_told_in_the_systems_words_with_its_remedy() {
        House.Deal deal = edited();
        house.door("salesforce").act("settings", Map.of("userActive", false));

        Terminal.Printed told = operator.types("sync");
        assertThat(told.exit()).isEqualTo(Exit.NOT_ALLOWED.code());
        assertThat(told.out()).contains("! salesforce deal: invalid_grant: inactive user");
        assertThat(told.out()).contains("interlock failures explain salesforce/user-inactive");
        Terminal.Printed explained = operator.types("failures", "explain", "salesforce/user-inactive");
        assertThat(explained.out()).contains("Activate or unfreeze it in Setup > Users.");
        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("10", "20", "2000");
        house.door("salesforce").act("settings", Map.of("userActive", true));
        assertThat(operator.types("sync").exit()).isZero();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
        operator.isDone();
    }

    @Test
    void a_hubspot_token_that_was_rotated_is_told_with_where_the_new_one_is() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 20));
        house.door("hubspot").act("settings", Map.of("token", "pat-rotated-1111"));

        Terminal.Printed told = operator.types("sync");
        assertThat(told.exit()).isEqualTo(Exit.NOT_ALLOWED.code());
        assertThat(told.out()).contains("INVALID_AUTHENTICATION", "failures explain hubspot/invalid-token");
        assertThat(operator.types("failures", "explain", "hubspot/invalid-token")
                        .out())
                .contains("Set `HUBSPOT_TOKEN` where Interlock runs");
        house.environment().put("HUBSPOT_TOKEN", "pat-rotated-1111");
        house.restart();
        assertThat(operator.types("sync").exit()).isZero();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
        operator.isDone();
    }

    @Test
    void a_scope_that_was_taken_away_is_a_matter_of_permission_and_its_name_is_told() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 20));
        house.door("hubspot").act("settings", Map.of("missingScopes", List.of("crm.objects.deals.write")));
        house.sync();

        JsonNode shown = operator.understands(operator.finds(), "hubspot/missing-scopes");
        assertThat(shown.path("code").asText()).isEqualTo("MISSING_SCOPES");
        assertThat(shown.toString()).contains("crm.objects.deals.write");
        house.door("hubspot").act("settings", Map.of("missingScopes", List.of()));
        operator.replays();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
    }

    @ParameterizedTest
    @CsvSource({"salesforce, REQUEST_LIMIT_EXCEEDED, salesforce/daily-limit", "hubspot, DAILY, hubspot/daily-limit"})
    void a_quota_that_is_used_up_is_a_pause_with_its_end_and_goes_on_when_it_is_over(
            String system, String code, String entry) {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("amount", 2000));
        house.door(system).act("settings", Map.of("dailyLimit", 0));

        Terminal.Printed told = operator.types("sync");
        assertThat(told.out()).contains(code, "failures explain " + entry);
        assertThat(operator.types("status").out()).contains("paused: " + system + " " + code + ", resumes about");
        assertThat(operator.types("failures", "explain", entry).out()).contains("Nothing has to be done");
        assertThat(house.aside()).as("no record is to blame").isEmpty();
        house.door(system).act("settings", Map.of("dailyLimit", 1_000_000));
        assertThat(operator.types("sync").exit()).isZero();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
        operator.isDone();
    }

    @Test
    void a_row_that_stays_locked_is_shown_after_a_while_and_goes_through_by_replay() {
        House.Deal deal = edited();
        Map<String, Object> row = Map.of("object", "Opportunity", "id", deal.salesforce());
        house.door("salesforce").act("settings", Map.of("lock", row));
        for (int i = 0; i < 14 && house.aside().isEmpty(); i++) {
            house.sync(House.DEAL);
        }

        JsonNode shown = operator.understands(operator.finds(), "salesforce/row-locked");
        assertThat(shown.path("code").asText()).isEqualTo("UNABLE_TO_LOCK_ROW");
        assertThat(shown.path("message").asText()).contains("unable to obtain exclusive access");
        assertThat(shown.path("heals").asText()).isEqualTo("BY_ITSELF");
        house.door("salesforce").act("settings", Map.of("unlock", row));
        operator.replays();

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("20", "20", "2000");
    }
}
