package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.record.EntityId;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.store.AuditVerdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that were taken for one are two again. */
class UnmergingTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @Test
    void what_a_system_merged_is_two_again_and_what_was_edited_since_stays_where_it_was_edited() {
        String winner = account("Nordlicht AG", "nordlicht.example");
        String loser = account("Nordlicht Systemhaus", "nordlicht-systemhaus.example");
        house.sync(House.PARTNER);
        String linked = house.counterpart("salesforce", winner, "hubspot");
        String second = house.counterpart("salesforce", loser, "hubspot");
        EntityId lost = house.entity("salesforce", loser);
        house.merge("salesforce", "Account", winner, loser);
        house.sync(House.PARTNER);
        house.edit("salesforce", "Account", winner, Map.of("Phone", "+49301112222"));
        house.sync(House.PARTNER);

        Terminal.Printed told = house.enters("unmerge", lost.value(), "--plan", "--reason=two firms");
        assertThat(told.out()).as(told.err()).contains("create partner").contains("nothing was changed");
        assertThat(house.conflicts()).hasSize(1);
        assertThat(house.enters("unmerge", lost.value(), "--apply", "--reason=two firms", "--by=ann")
                        .exit())
                .isZero();
        assertThat(house.count("salesforce", "Account"))
                .as("nothing is written before a sync")
                .isEqualTo(1);
        house.sync(House.PARTNER);

        assertThat(house.conflicts()).isEmpty();
        assertThat(house.entity("hubspot", second)).isEqualTo(lost);
        String again = house.counterpart("hubspot", second, "salesforce");
        assertThat(house.value("salesforce", "Account", again, "Name")).isEqualTo("Nordlicht Systemhaus");
        assertThat(house.value("hubspot", "companies", second, "name")).isEqualTo("Nordlicht Systemhaus");
        assertThat(house.value("hubspot", "companies", linked, "phone")).isEqualTo("+49301112222");
        assertThat(house.value("hubspot", "companies", second, "phone")).isEmpty();
        assertThat(house.history("hubspot", second))
                .extracting(AuditRow::rule)
                .contains("parted from " + house.entity("salesforce", winner) + ", reason: two firms");
        isAtRest(2);
    }

    @Test
    void a_record_that_a_person_took_for_another_is_taken_out_again_and_gets_its_values_back() {
        String account = house.create(
                "salesforce",
                "Account",
                Map.of("Name", "Müller & Söhne GmbH", "Phone", "+49 30 5550100", "BillingCountry", "Germany"));
        String company = house.create("hubspot", "companies", Map.of("name", "Müller und Söhne"));
        house.sync(House.PARTNER);
        String id = house.enters("matches", "list", "--json")
                .json()
                .path("matches")
                .path(0)
                .path("match")
                .asText();
        house.enters("matches", "decide", id, "same", "--reason=known to us");
        house.sync(House.PARTNER);
        assertThat(house.counterpart("salesforce", account, "hubspot")).isEqualTo(company);
        String common = house.value("hubspot", "companies", company, "name");

        Terminal.Printed done =
                house.enters("unmerge", "hubspot:" + company, "--apply", "--json", "--reason=a namesake");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.json().path("fields").size()).isPositive();
        house.sync(House.PARTNER);

        assertThat(common).isEqualTo("Müller & Söhne GmbH");
        assertThat(house.value("hubspot", "companies", company, "name")).isEqualTo("Müller und Söhne");
        assertThat(house.value("hubspot", "companies", company, "phone")).isEmpty();
        assertThat(house.value("salesforce", "Account", account, "Name")).isEqualTo("Müller & Söhne GmbH");
        assertThat(house.entity("hubspot", company)).isNotEqualTo(house.entity("salesforce", account));
        assertThat(house.enters("matches", "list", "--decided").out()).contains("different");
        isAtRest(2);
    }

    @Test
    void what_was_never_merged_is_refused_in_one_sentence() {
        String account = account("Nordlicht AG", "nordlicht.example");
        house.sync(House.PARTNER);
        String entity = house.entity("salesforce", account).value();
        assertThat(house.enters("unmerge", entity, "--apply", "--reason=x").err())
                .contains("nothing was merged into");
        assertThat(house.enters("unmerge", "salesforce:nobody", "--plan", "--reason=x")
                        .err())
                .contains("no record salesforce:nobody is linked");
    }

    /** Nothing is owed, nothing waits, and reading everything again changes nothing. */
    private void isAtRest(int partners) {
        assertThat(house.sync(House.PARTNER).written()).isZero();
        house.syncInFull();
        assertThat(house.aside()).isEmpty();
        assertThat(house.conflicts()).isEmpty();
        assertThat(house.differences()).isEmpty();
        assertThat(house.count("salesforce", "Account")).isEqualTo(partners);
        assertThat(house.count("hubspot", "companies")).isEqualTo(partners);
        assertThat(house.audit()).isInstanceOf(AuditVerdict.Intact.class);
    }

    private String account(String name, String website) {
        return house.create("salesforce", "Account", Map.of("Name", name, "Website", website));
    }
}
