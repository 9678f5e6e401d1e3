package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.routes.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at again: after a loss, after a change of the configuration, and in a full run. */
class RenewalTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @Test
    void after_the_store_was_lost_nothing_is_created_a_second_time() throws IOException {
        house.deal("Net", Map.of("Amount", 10));
        house.stop();
        try (Stream<Path> files = Files.list(house.folder())) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".mv.db")).toList()) {
                Files.delete(file);
            }
        }
        house.restart();

        Report report = house.sync(House.DEAL);

        assertThat(report.written()).isZero();
        assertThat(report.troubles()).anyMatch(trouble -> trouble.what().contains("--new-store"));
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(1);
        assertThat(house.count("hubspot", "deals")).isEqualTo(1);
        assertThat(house.count("partnerstack", "deals")).isEqualTo(1);
        assertThat(house.sync(House.DEAL).written()).isZero();
    }

    @Test
    void a_record_that_vanished_without_a_trace_is_shown_after_a_full_run_and_deleted_nowhere() {
        House.Deal deal = house.deal("Net", Map.of("Amount", 10));
        house.delete("partnerstack", "deals", deal.partnerstack());

        house.syncInFull();

        assertThat(house.aside()).anyMatch(row -> row.cause().code().equals("NOT_FOUND"));
        assertThat(house.count("salesforce", "Opportunity")).isEqualTo(1);
        assertThat(house.count("hubspot", "deals")).isEqualTo(1);
    }

    @Test
    void a_refused_write_is_tried_again_by_a_full_run_once_its_cause_is_gone() {
        house.door("salesforce")
                .declares("Opportunity", Map.of("name", "Branch__c", "type", "string", "required", true));
        String id = Entries.deal(house, "hubspot", "Net", Map.of());
        house.sync(House.DEAL);
        assertThat(house.count("salesforce", "Opportunity")).isZero();
        assertThat(house.aside()).anyMatch(row -> row.cause().code().equals("REQUIRED_FIELD_MISSING"));

        house.door("salesforce").declares("Opportunity", Map.of("name", "Branch__c", "required", false));
        house.syncInFull();

        assertThat(house.counterpart("hubspot", id, "salesforce")).isNotEmpty();
        assertThat(house.aside()).isEmpty();
    }
}
