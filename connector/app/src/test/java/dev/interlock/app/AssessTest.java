package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report before a migration, on three systems that nobody cleaned. */
class AssessTest {

    @AutoClose
    private House house;

    @BeforeEach
    void moveIn(@TempDir Path folder) {
        house = House.in(
                folder,
                Map.of(
                        "records/lead.yaml",
                        Configured.changed(
                                "records/lead.yaml",
                                "company: { type: company,",
                                "company: { type: company, write: proper,")));
        account("Müller & Söhne GmbH", "mueller-soehne.example", "Germany");
        account("MUELLER SOEHNE", "www.mueller-soehne.example", "Atlantis");
        account("Nordlicht AG", "nordlicht.example", "Germany");
        house.create("hubspot", "companies", Map.of("name", "Nordlicht", "domain", "nordlicht.example"));
        house.create(
                "hubspot",
                "contacts",
                Map.of("lastname", "Doe", "email", "doe@acme.example", "company", "ACME WORLD TRADING", "phone", "12"));
        Entries.deal(house, "salesforce", "Lost", Map.of("StageName", "Perception Analysis"));
    }

    @Test
    void it_tells_doubles_gaps_wrong_values_and_what_is_not_mapped_and_writes_nothing() throws IOException {
        long records = all();
        house.stop();
        Path store = house.folder().resolve("staging.mv.db");
        Files.deleteIfExists(store);
        Path page = house.folder().resolve("report.html");

        Terminal.Printed printed = Terminal.of(house).run("assess", "--json", "--html", page.toString());

        assertThat(printed.exit()).as(printed.err()).isZero();
        JsonNode report = printed.json();
        JsonNode accounts = holding(report, "partner", "salesforce");
        assertThat(accounts.path("records").asInt()).isEqualTo(3);
        assertThat(accounts.path("tooMany").asInt()).isEqualTo(1);
        assertThat(field(accounts, "country").path("invalid").asInt()).isEqualTo(1);
        assertThat(field(accounts, "phone").path("filled").asInt()).isZero();
        assertThat(type(report, "partner").path("entities").asInt()).isEqualTo(2);
        JsonNode contacts = holding(report, "lead", "hubspot");
        assertThat(field(contacts, "phone").path("invalid").asInt()).isEqualTo(1);
        assertThat(field(contacts, "company").path("misnamed").asInt()).isEqualTo(1);
        JsonNode deals = holding(report, "deal", "salesforce");
        assertThat(field(deals, "stage").path("unmapped").asInt()).isEqualTo(1);
        assertThat(deals.toString()).contains("Perception Analysis");
        assertThat(Files.readString(page)).contains("<svg", "MUELLER SOEHNE");
        assertThat(store).doesNotExist();
        assertThat(all()).isEqualTo(records);
    }

    @Test
    void of_one_system_alone_it_tells_what_is_there_twice() {
        Terminal.Printed printed = house.enters("assess", "--system", "salesforce");
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(printed.out())
                .contains("partner: 3 records are 2 different ones")
                .doesNotContain("hubspot");
        assertThat(house.enters("assess", "--system", "nowhere").exit()).isEqualTo(Exit.CONFIGURATION.code());
    }

    private long all() {
        return Stream.of("Account", "Lead", "Opportunity")
                        .mapToLong(object -> house.count("salesforce", object))
                        .sum()
                + house.count("hubspot", "companies")
                + house.count("hubspot", "contacts");
    }

    private static JsonNode type(JsonNode report, String name) {
        return named(report.path("types"), "record", name);
    }

    private static JsonNode holding(JsonNode report, String type, String system) {
        return named(type(report, type).path("systems"), "system", system);
    }

    private static JsonNode field(JsonNode holding, String name) {
        return named(holding.path("fields"), "field", name);
    }

    private static JsonNode named(JsonNode all, String by, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path(by).asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + all));
    }

    private void account(String name, String website, String country) {
        house.create("salesforce", "Account", Map.of("Name", name, "Website", website, "BillingCountry", country));
    }
}
