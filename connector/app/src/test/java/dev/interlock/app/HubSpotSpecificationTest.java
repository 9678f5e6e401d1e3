package dev.interlock.app;

import static dev.interlock.app.Tied.account;
import static dev.interlock.app.Tied.company;
import static dev.interlock.app.Tied.customer;
import static dev.interlock.app.Tied.label;
import static dev.interlock.app.Tied.tie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.interlock.app.Recorder.Spoken;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything the program says to HubSpot, and everything the sandbox answers, holds against HubSpot's OpenAPI files. They are not
 * part of the project: the environment variable INTERLOCK_HUBSPOT_SPECS names a checkout of
 * HubSpot/HubSpot-public-api-spec-collection.
 */
class HubSpotSpecificationTest {

    private static final String FOLDER = "INTERLOCK_HUBSPOT_SPECS";

    private static final String UNAVAILABLE =
            "{\"status\":\"error\",\"message\":\"busy\",\"correlationId\":\"aeb5f871-7f07-4993-9211-075dc63e7cbf\"}";

    @TempDir
    private Path folder = Path.of("");

    /** Or else nothing found would mean nothing. */
    @Test
    void what_is_wrong_is_found() {
        Specifications published = published();
        String update = "/crm/objects/2026-09/deals/batch/update";

        assertThat(published.violations(new Spoken(
                        "POST", update, "", "{\"inputs\":[{\"id\":1,\"propertys\":{}}]}", 400, "{\"mesage\":\"\"}")))
                .anyMatch(wrong -> wrong.contains("request: ") && wrong.contains("/inputs/0/id"))
                .anyMatch(wrong -> wrong.contains("request: ") && wrong.contains("propertys"))
                .anyMatch(wrong -> wrong.contains("answer 400: ") && wrong.contains("mesage"));
        assertThat(published.violations(
                        new Spoken("GET", "/crm/objects/2026-09/deals", "limt=1", "", 200, "{\"results\":[]}")))
                .singleElement()
                .asString()
                .contains("limt=1 is not declared");
        assertThat(published.violations(new Spoken("PUT", update, "", "", 204, "")))
                .singleElement()
                .asString()
                .contains("no such operation");
    }

    private static Specifications published() {
        Optional<Path> files = Optional.ofNullable(System.getenv(FOLDER)).map(Path::of);
        assumeThat(files)
                .as(FOLDER + " names no folder with HubSpot's OpenAPI files, so nothing can be held against them")
                .isPresent();
        return Specifications.in(files.orElseThrow(), "2026-09");
    }

    @Test
    void all_requests_and_all_answers_are_what_the_published_specification_says() {
        Specifications published = published();
        TreeSet<String> violations = new TreeSet<>();
        TreeSet<String> operations = new TreeSet<>();
        try (Recorder recorder = new Recorder(House.url("hubspot"))) {
            alongLife(recorder, "");
            alongLife(recorder, ", label: Reseller");
            for (Spoken spoken : recorder.all()) {
                violations.addAll(published.violations(spoken));
                operations.add(
                        spoken.method() + " " + spoken.path().replaceAll("\\d{6,}", "ID") + " " + spoken.status());
            }
        }
        assertThat(operations).as("what was seen of the API").hasSizeGreaterThan(15);
        assertThat(violations).isEmpty();
    }

    /** Records come, change, are tied to others, are refused, merged, lost sight of, and go. */
    private void alongLife(Recorder recorder, String association) {
        String deletes = Tied.deal(association)
                .replace("key: interlock_id, deletes: flag", "key: interlock_id, deletes: delete");
        Map<String, String> behind = Map.of("HUBSPOT_BASE_URL", recorder.url());
        try (House house =
                House.in(folder.resolve("life" + association.length()), Map.of("records/deal.yaml", deletes), behind)) {
            label(house, "Reseller");
            house.loadSamples();
            String account = account(house, "Nordlicht");
            house.sync();
            House.Deal deal = house.deal("Net", Map.of("Partner_Account__c", account, "Amount", 100));
            House.Deal gone = house.deal("Gone", Map.of("Partner_Account__c", account));
            change(house, deal);
            trouble(house, deal);
            house.delete("salesforce", "Opportunity", gone.salesforce());
            house.sync();
            house.problems("hubspot", House.DEAL);
            house.syncInFull();
        }
    }

    private static void change(House house, House.Deal deal) {
        String other = account(house, "Beta");
        house.sync();
        house.edit(
                "salesforce",
                "Opportunity",
                deal.salesforce(),
                Map.of("Partner_Account__c", other, "StageName", "Qualification"));
        house.sync();
        house.door("hubspot").act("associate", tie(deal, customer(house), ""));
        house.edit("hubspot", "deals", deal.hubspot(), Map.of("amount", "12"));
        house.sync();
        String twin = house.create("hubspot", "companies", Map.of("name", "Beta Two"));
        house.merge("hubspot", "companies", company(house, other), twin);
        house.delete("hubspot", "contacts", house.theOne("hubspot", "contacts", "email", lead(house)));
        house.sync();
    }

    private static String lead(House house) {
        return Door.text(house.door("hubspot").records("contacts").getFirst(), "email");
    }

    /** Answers are lost and refused, limits are reached. */
    private static void trouble(House house, House.Deal deal) {
        String third = account(house, "Gamma");
        house.sync();
        house.door("hubspot").fails(Map.of("kind", "DROP_AFTER_COMMIT", "times", 1, "method", "POST", "path", "batch"));
        house.door("hubspot")
                .fails(Map.of(
                        "kind", "STATUS", "status", 503, "times", 1, "path", "batch/update", "body", UNAVAILABLE));
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", third, "Amount", 13));
        house.sync();
        house.door("hubspot").mends();
        house.door("hubspot").act("settings", Map.of("searchLimit", 1));
        house.sync();
        house.door("hubspot").act("settings", Map.of("searchLimit", 100));
        house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", ""));
        house.sync();
    }
}
