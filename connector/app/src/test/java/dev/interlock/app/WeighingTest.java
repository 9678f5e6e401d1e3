package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.stage.Ledger.AuditRow;
import dev.interlock.store.AuditVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is who where no key says so: by weight, and by what a person decides. */
class WeighingTest {

    private static final Map<String, String> MUELLER = Map.of(
            "Name", "Müller & Söhne GmbH",
            "Phone", "+49 30 5550100",
            "BillingCountry", "Germany");

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(folder);
    }

    @Test
    void one_company_written_in_two_ways_without_a_common_key_is_one() {
        String account = house.create("salesforce", "Account", MUELLER);
        String company = company("Mueller und Soehne", "+49 (0)30 555 0100", "Germany");

        house.sync(House.PARTNER);

        assertThat(house.aside()).isEmpty();
        assertThat(house.counterpart("salesforce", account, "hubspot")).isEqualTo(company);
        assertThat(house.history("salesforce", account))
                .extracting(AuditRow::rule)
                .anyMatch(rule -> rule.startsWith("linked hubspot partner " + company + ", by weight \""));
        assertThat(house.sync(House.PARTNER).written()).isZero();
        assertThat(house.audit()).isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void a_doubtful_record_waits_for_a_person_and_is_linked_when_the_person_says_so() throws IOException {
        String account = house.create("salesforce", "Account", MUELLER);
        String company = company("Müller und Söhne", "", "");
        house.sync(House.PARTNER);
        assertThat(house.count("hubspot", "companies")).isEqualTo(1);
        JsonNode match =
                house.enters("matches", "list", "--json").json().path("matches").path(0);
        String id = match.path("match").asText();
        assertThat(match.path("looksLike").path(0).path("chance").asDouble()).isBetween(0.5, 0.99);
        assertThat(house.enters("matches", "list").out()).contains(id).contains("1 to decide");
        assertThat(house.enters("matches", "show", id).out()).contains("Müller & Söhne GmbH");

        explains(account, company);
        assertThat(house.enters("matches", "decide", id, "same").exit()).isEqualTo(2);
        assertThat(house.enters("matches", "decide", id, "same", "--by=ann", "--reason=known to us")
                        .exit())
                .isZero();
        house.sync(House.PARTNER);

        assertThat(house.aside()).isEmpty();
        assertThat(house.counterpart("salesforce", account, "hubspot")).isEqualTo(company);
        assertThat(house.history("salesforce", account))
                .extracting(AuditRow::rule)
                .contains("decided to be hubspot partner " + company + ", reason: known to us");
        assertThat(house.enters("matches", "list", "--decided").out())
                .contains("same")
                .contains("ann");
        assertThat(house.enters("matches", "undo", id, "--reason=no").err()).contains("was carried out");
    }

    private void explains(String account, String company) throws IOException {
        Path drawing = house.folder().resolve("why.svg");
        Terminal.Printed told =
                house.enters("explain", "salesforce:" + account, "hubspot", company, "--svg=" + drawing);
        assertThat(told.out())
                .contains("for a person to decide")
                .contains("beforehand")
                .contains("name");
        assertThat(Files.readString(drawing)).startsWith("<svg").contains("</svg>");
        JsonNode json = house.enters("explain", "salesforce:" + account, "hubspot:" + company, "--json")
                .json();
        assertThat(json.path("schema").asText()).isEqualTo("interlock/match-explanation/v1");
        assertThat(json.path("steps")
                        .path(1)
                        .path("fields")
                        .path(0)
                        .path("oneCompared")
                        .asText())
                .isEqualTo("muller and sohne");
    }

    @Test
    void a_record_that_is_told_to_be_another_goes_on_by_itself_and_a_decision_can_be_taken_back_before() {
        house.create("salesforce", "Account", MUELLER);
        company("Müller und Söhne", "", "");
        house.sync(House.PARTNER);
        String id = theMatch();
        assertThat(house.enters("matches", "decide", id, "different", "--reason=other people")
                        .exit())
                .isZero();
        assertThat(house.enters("matches", "undo", id, "--reason=a slip").out()).contains("is open again");
        house.sync(House.PARTNER);
        assertThat(theMatch()).isEqualTo(id);
        house.enters("matches", "decide", id, "different", "--reason=other people");
        house.sync(House.PARTNER);
        assertThat(house.aside()).isEmpty();
        assertThat(house.count("hubspot", "companies")).isEqualTo(2);
        assertThat(house.count("salesforce", "Account")).isEqualTo(2);
        house.syncInFull();
        assertThat(house.aside()).isEmpty();
        assertThat(house.count("salesforce", "Account")).isEqualTo(2);
    }

    @Test
    void a_decision_comes_up_again_if_what_was_compared_changed() {
        house.create("salesforce", "Account", MUELLER);
        String company = company("Müller und Söhne", "", "");
        house.sync(House.PARTNER);
        String id = theMatch();
        house.enters("matches", "decide", id, "different", "--reason=other people");
        house.edit("hubspot", "companies", company, Map.of("name", "MÜLLER & SÖHNE"));
        house.edit("hubspot", "companies", company, Map.of("name", "Müller Söhne", "phone", "+49 30 5550177"));
        house.sync(House.PARTNER);
        assertThat(theMatch()).isEqualTo(id);
        assertThat(house.enters("matches", "list", "--decided").out()).contains("lapsed");
    }

    @Test
    void what_one_system_seems_to_hold_twice_is_not_created_elsewhere_until_a_person_says_that_they_differ() {
        house.create("salesforce", "Account", Map.of("Name", "Nordlicht Berlin", "Phone", "+49301112222"));
        house.sync(House.PARTNER);
        company("Nordlicht Hamburg", "+49301112222", "");
        house.sync(House.PARTNER);
        assertThat(house.aside()).extracting(one -> one.cause().code()).containsExactly("COLLISION");
        assertThat(house.count("salesforce", "Account")).isEqualTo(1);
        assertThat(house.enters("failures", "explain", "COLLISION").out())
                .contains("interlock matches decide MATCH different");

        String id = theMatch();
        assertThat(house.enters("matches", "list").out()).contains("proposed: merge them in hubspot");
        assertThat(house.enters("matches", "show", id).out())
                .contains("survives")
                .contains("POST /crm/v3/objects/companies/merge");
        assertThat(house.enters("matches", "decide", id, "same", "--reason=a slip")
                        .err())
                .contains("already has a record in hubspot");
        house.enters("matches", "decide", id, "different", "--reason=two branches with one switchboard");
        house.sync(House.PARTNER);

        assertThat(house.aside()).isEmpty();
        assertThat(house.count("salesforce", "Account")).isEqualTo(2);
        assertThat(house.sync(House.PARTNER).written()).isZero();
    }

    @Test
    void what_is_staged_teaches_what_agreement_weighs() {
        for (int i = 0; i < 30; i++) {
            house.create("salesforce", "Account", Map.of("Name", "Nordlicht Handel " + (char) ('A' + i % 26) + i));
        }
        house.sync(House.PARTNER);
        assertThat(house.enters("match", "learn", "partner").out()).contains("partner: learnt version 1 from 30");
        assertThat(house.enters("match", "learn", "deal").err()).contains("nothing is weighed for a deal");
    }

    private String theMatch() {
        JsonNode all = house.enters("matches", "list", "--json").json();
        assertThat(all.path("count").asInt()).isEqualTo(1);
        return all.path("matches").path(0).path("match").asText();
    }

    private String company(String name, String phone, String country) {
        return house.create("hubspot", "companies", Map.of("name", name, "phone", phone, "country", country));
    }
}
