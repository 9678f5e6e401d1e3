package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.House.Deal;
import dev.interlock.routes.Report;
import dev.interlock.stage.Quarantined;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections break, systems refuse, answers are nonsense: nothing is lost, nothing is made twice. */
class FaultsTest {

    private static final int DEALS = 6;

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "salesforce, /composite/sobjects, DROP_AFTER_COMMIT",
        "salesforce, /composite/sobjects, DROP_BEFORE",
        "salesforce, /composite/sobjects, GARBAGE",
        "hubspot, /batch/create, DROP_AFTER_COMMIT",
        "hubspot, /batch/create, DROP_BEFORE",
        "hubspot, /batch/create, GARBAGE",
        "partnerstack, /deals, DROP_AFTER_COMMIT",
        "partnerstack, /deals, DROP_BEFORE",
        "partnerstack, /deals, GARBAGE"
    })
    void records_whose_creation_was_not_answered_properly_are_there_once(String system, String path, String kind) {
        deals(system.equals("salesforce") ? "hubspot" : "salesforce");
        house.door(system).fails(Map.of("kind", kind, "path", path, "method", writeMethod(system)));

        house.sync(House.DEAL);
        assertThat(house.door(system).faultsLeft()).isZero();
        Report next = house.sync(House.DEAL);

        assertThat(next.converged()).isTrue();
        everyDealIsThereOnce();
    }

    @ParameterizedTest
    @CsvSource({
        "salesforce, /composite/sobjects, DROP_AFTER_COMMIT",
        "hubspot, /batch/update, DROP_AFTER_COMMIT",
        "hubspot, /batch/update, GARBAGE",
        "partnerstack, /deals, DROP_AFTER_COMMIT"
    })
    void an_edit_whose_write_was_not_answered_properly_arrives(String system, String path, String kind) {
        Deal deal = house.deal("Net", Map.of("Amount", 100));
        if (system.equals("salesforce")) {
            house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "300"));
        } else {
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Amount", 300));
        }
        String method = system.equals("hubspot") ? "POST" : "PATCH";
        house.door(system).fails(Map.of("kind", kind, "path", path, "method", method));

        house.sync(House.DEAL);
        assertThat(house.door(system).faultsLeft()).isZero();
        house.sync(House.DEAL);

        assertThat(house.values(deal, "Amount", "amount", "amount")).containsExactly("300", "300", "30000");
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "salesforce, GARBAGE, 0, ''", "salesforce, STATUS, 503, ''", "salesforce, DROP_BEFORE, 0, ''",
        "hubspot, GARBAGE, 0, ''", "hubspot, STATUS, 503, ''", "hubspot, STATUS, 429, '1'",
        "partnerstack, GARBAGE, 0, ''", "partnerstack, STATUS, 503, ''", "partnerstack, STATUS, 429, '1'"
    })
    void a_system_that_stumbles_while_it_is_read_is_asked_again(
            String system, String kind, int status, String retryAfter) {
        deals(system);
        String path = Map.of("salesforce", "/query", "hubspot", "/search", "partnerstack", "/deals")
                .getOrDefault(system, "");
        Map<String, Object> fault = new LinkedHashMap<>(
                Map.of("kind", kind, "status", status, "path", path, "retryAfter", retryAfter, "times", 2));
        house.door(system).fails(fault);

        Report report = house.sync(House.DEAL);

        assertThat(report.troubles()).isEmpty();
        assertThat(report.converged()).isTrue();
        everyDealIsThereOnce();
    }

    @Test
    void a_system_that_stays_down_is_reported_and_gets_everything_later() {
        deals("salesforce");
        house.door("hubspot").fails(Map.of("kind", "STATUS", "status", 503, "times", 100));

        Report report = house.sync(House.DEAL);

        assertThat(report.converged()).isFalse();
        assertThat(report.troubles()).anyMatch(trouble -> trouble.what().startsWith("hubspot deal"));
        assertThat(house.count("partnerstack", "deals")).isEqualTo(DEALS);
        house.door("hubspot").mends();
        house.restart();
        house.sync(House.DEAL);
        everyDealIsThereOnce();
    }

    @Test
    void slow_answers_are_waited_for() {
        deals("salesforce");
        house.door("hubspot").fails(Map.of("kind", "SLOW", "delayMillis", 1500, "path", "/batch/create"));

        assertThat(house.sync(House.DEAL).converged()).isTrue();
        everyDealIsThereOnce();
    }

    @Test
    void a_token_that_expires_in_the_middle_is_renewed() {
        house.deal("Net", Map.of("Amount", 100));
        deals("hubspot");

        house.door("salesforce").act("settings", Map.of("expireTokens", true));
        Report report = house.sync(House.DEAL);

        assertThat(report.troubles()).isEmpty();
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(DEALS + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "hubspot", "partnerstack"})
    void wrong_credentials_give_one_clear_trouble_and_touch_nothing_there(String system) {
        deals(system.equals("salesforce") ? "hubspot" : "salesforce");
        String secret = Map.of("salesforce", "clientSecret", "hubspot", "token", "partnerstack", "secretKey")
                .getOrDefault(system, "");
        house.door(system).act("settings", Map.of(secret, "another"));

        Report report = house.sync(House.DEAL);

        assertThat(report.converged()).isFalse();
        assertThat(report.troubles()).hasSize(1);
        assertThat(report.troubles().getFirst().what()).startsWith(system + " deal: ");
        assertThat(house.door(system).writingCalls()).isEmpty();
        String object = system.equals("salesforce") ? "Opportunity" : "deals";
        assertThat(house.count(system, object)).isZero();
    }

    @Test
    void one_bad_row_of_a_batch_is_set_aside_with_the_systems_own_words_and_the_others_are_done() {
        deals("hubspot");
        String bad = house.create(
                "hubspot",
                "deals",
                Map.of("dealname", "No date", "pipeline", "default", "dealstage", "appointmentscheduled"));

        house.sync(House.DEAL);

        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(DEALS);
        Quarantined aside = house.aside().stream()
                .filter(one -> one.cause().system().name().equals("salesforce"))
                .findFirst()
                .orElseThrow();
        assertThat(aside.cause().code()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(aside.cause().message()).contains("CloseDate");

        house.edit("hubspot", "deals", bad, Map.of("closedate", "2027-03-31"));
        house.sync(House.DEAL);

        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(DEALS + 1);
        assertThat(house.aside()).isEmpty();
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    /** D13, S21. */
    @Test
    void a_field_hidden_from_the_integration_user_is_no_change_and_clears_nothing() {
        Deal deal = house.deal("Net", Map.of("Amount", 100));
        Map<String, String> amount = Map.of("object", "Opportunity", "field", "Amount");
        house.door("salesforce").act("hideField", amount);
        try {
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Name", "Net 2"));
            Report report = house.sync(House.DEAL);

            assertThat(report.troubles()).isEmpty();
            assertThat(house.values(deal, "Name", "dealname", "account_name")).containsOnly("Net 2");
            assertThat(house.value("hubspot", "deals", deal.hubspot(), "amount"))
                    .isEqualTo("100");
            assertThat(house.value("partnerstack", "deals", deal.partnerstack(), "amount"))
                    .isEqualTo("10000");
            assertThat(house.syncInFull().written()).isZero();
        } finally {
            house.door("salesforce").act("showField", amount);
        }
        assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Amount"))
                .isEqualTo("100");
    }

    private static String writeMethod(String system) {
        return system.equals("salesforce") ? "PATCH" : "POST";
    }

    private void deals(String system) {
        Map<String, ?> more = Map.of();
        if (system.equals("partnerstack")) {
            Entries.partnership(house, "nord", "Nord AG");
            more = Map.of("partner_key", "nord");
        }
        for (int i = 0; i < DEALS; i++) {
            Entries.deal(house, system, "Net " + i, more);
        }
    }

    private void everyDealIsThereOnce() {
        for (int i = 0; i < DEALS; i++) {
            house.theOne("salesforce", "Opportunity", "Name", "Net " + i);
            house.theOne("hubspot", "deals", "dealname", "Net " + i);
            house.theOne("partnerstack", "deals", "account_name", "Net " + i);
        }
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(DEALS);
        assertThat(house.count("hubspot", "deals")).isEqualTo(DEALS);
        assertThat(house.count("partnerstack", "deals")).isEqualTo(DEALS);
        assertThat(house.aside()).isEmpty();
        assertThat(house.sync(House.DEAL).written()).isZero();
    }
}
