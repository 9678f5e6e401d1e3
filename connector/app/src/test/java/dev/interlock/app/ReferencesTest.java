package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.plan.Conflict;
import dev.interlock.routes.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that point at other records, and a record type that nobody thought of. */
class ReferencesTest {

    /** Accounts that point at the account above them. */
    private static final String UNIT = """
            apiVersion: v1
            kind: Record
            record: unit
            systems:
              salesforce: { object: Account, key: Interlock_Id__c }
              hubspot: { object: companies, key: interlock_id }
            match: [ [name] ]
            fields:
              name: { type: text, systems: { salesforce: Name, hubspot: name } }
              above: { type: reference, to: unit, systems: { salesforce: ParentId, hubspot: above_id } }
            """;

    private static final String CERTIFICATE = """
            apiVersion: v1
            kind: Record
            record: certificate
            systems:
              salesforce: { object: Certificate__c, key: Interlock_Id__c }
              hubspot: { object: certificates, key: interlock_id }
            match: [ [title] ]
            fields:
              title: { type: text, systems: { salesforce: Title__c, hubspot: title } }
              level:
                type: choice
                systems:
                  salesforce: { field: Level__c, map: { Gold: gold, Silver: silver } }
                  hubspot: { field: level, map: { "1": gold, "2": silver } }
              holder: { type: reference, to: partner, systems: { salesforce: Holder__c, hubspot: holder_id } }
            """;

    private static final Map<String, ?> KEY_FIELD =
            Map.of("name", "interlock_id", "type", "string", "fieldType", "text", "hasUniqueValue", true);

    @TempDir
    private Path folder = Path.of("");

    /** R11. */
    @Test
    void a_deal_waits_for_its_partner_and_gets_its_reference_once_the_partner_is_linked() {
        try (House house = House.in(folder)) {
            Entries.partnership(house, "nordlicht", "Nordlicht AG");
            Entries.deal(house, "partnerstack", "Net", Map.of("partner_key", "nordlicht"));

            house.sync(House.DEAL);
            assertThat(house.find("salesforce", "Opportunity", "Partner_Account__c", ""))
                    .as("deals without their partner")
                    .hasSizeLessThanOrEqualTo(1);
            house.sync();

            String deal = house.theOne("salesforce", "Opportunity", "Name", "Net");
            String account = house.theOne("salesforce", "Account", "Name", "Nordlicht AG");
            String company = house.theOne("hubspot", "companies", "name", "Nordlicht AG");
            assertThat(house.value("salesforce", "Opportunity", deal, "Partner_Account__c"))
                    .isEqualTo(account);
            assertThat(house.value(
                            "hubspot",
                            "deals",
                            house.theOne("hubspot", "deals", "dealname", "Net"),
                            "partner_company_id"))
                    .isEqualTo(company);
            assertThat(house.sync().written()).isZero();
        }
    }

    /** S1: nothing is written over a word that is not understood yet. */
    @Test
    void a_deal_that_names_a_partner_who_waits_in_the_inbox_keeps_that_word_until_it_is_understood() {
        try (House house = House.in(folder)) {
            String known =
                    house.create("salesforce", "Account", Map.of("Name", "Known AG", "Website", "known.example"));
            Entries.partnership(house, "known", "Known AG");
            house.sync();
            House.Deal deal = house.deal("Net", Map.of("Amount", 100));
            String same =
                    house.create("salesforce", "Account", Map.of("Name", "Second AG", "Website", "known.example"));
            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", same));
            house.edit("partnerstack", "deals", deal.partnerstack(), Map.of("partner_key", "known"));

            house.sync();

            assertThat(house.value("salesforce", "Opportunity", deal.salesforce(), "Partner_Account__c"))
                    .isEqualTo(same);
            assertThat(house.value("hubspot", "deals", deal.hubspot(), "partner_company_id"))
                    .isEqualTo(house.counterpart("salesforce", known, "hubspot"));
            assertThat(house.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.DANGLING);

            house.edit("salesforce", "Opportunity", deal.salesforce(), Map.of("Partner_Account__c", known));
            house.sync();
            assertThat(house.conflicts()).isEmpty();
        }
    }

    @Test
    void a_deal_that_was_there_first_gets_its_reference_when_its_partner_joins_later() {
        try (House house = House.in(folder)) {
            String account =
                    house.create("salesforce", "Account", Map.of("Name", "Late GmbH", "Website", "late.example"));
            String deal = Entries.deal(house, "salesforce", "Net", Map.of());
            house.sync();

            house.edit("salesforce", "Opportunity", deal, Map.of("Partner_Account__c", account));
            house.sync();

            assertThat(house.value(
                            "hubspot", "deals", house.counterpart("salesforce", deal, "hubspot"), "partner_company_id"))
                    .isEqualTo(house.counterpart("salesforce", account, "hubspot"));
            Entries.partnership(house, "late", "Late GmbH");
            house.sync();
            assertThat(house.value(
                            "partnerstack",
                            "deals",
                            house.counterpart("salesforce", deal, "partnerstack"),
                            "partner_key"))
                    .isEqualTo("late");
            assertThat(house.sync().written()).isZero();
        }
    }

    /** R12. */
    @Test
    void a_ring_of_records_that_point_at_each_other_is_created_without_the_reference_and_patched() {
        try (House house = House.in(folder, Map.of("records/unit.yaml", UNIT))) {
            house.door("hubspot").act("declare", Map.of("object", "companies", "fields", List.of("above_id")));
            String one = house.create("hubspot", "companies", Map.of("name", "One"));
            String two = house.create("hubspot", "companies", Map.of("name", "Two", "above_id", one));
            house.edit("hubspot", "companies", one, Map.of("above_id", two));

            Report report = house.sync("unit");

            assertThat(report.converged()).isTrue();
            String first = house.theOne("salesforce", "Account", "Name", "One");
            String second = house.theOne("salesforce", "Account", "Name", "Two");
            assertThat(house.value("salesforce", "Account", first, "ParentId")).isEqualTo(second);
            assertThat(house.value("salesforce", "Account", second, "ParentId")).isEqualTo(first);
            assertThat(house.count("salesforce", "Account")).isEqualTo(2);
            assertThat(house.sync("unit").written()).isZero();
        }
    }

    @Test
    void a_fourth_record_type_needs_a_file_and_nothing_else() {
        try (House house = House.in(folder, Map.of("records/certificate.yaml", CERTIFICATE))) {
            declareCertificates(house);
            String account = house.create(
                    "salesforce", "Account", Map.of("Name", "Nordlicht AG", "Website", "nordlicht.example"));
            String gold = house.create(
                    "salesforce",
                    "Certificate__c",
                    Map.of("Title__c", "Networks", "Level__c", "Gold", "Holder__c", account));
            house.create("hubspot", "certificates", Map.of("title", "Clouds", "level", "2"));
            house.sync();

            String copy = house.theOne("hubspot", "certificates", "title", "Networks");
            assertThat(house.value("hubspot", "certificates", copy, "level")).isEqualTo("1");
            assertThat(house.value("hubspot", "certificates", copy, "holder_id"))
                    .isEqualTo(house.counterpart("salesforce", account, "hubspot"));
            house.edit("hubspot", "certificates", copy, Map.of("level", "2"));
            house.sync();

            assertThat(house.value("salesforce", "Certificate__c", gold, "Level__c"))
                    .isEqualTo("Silver");
            assertThat(house.count("salesforce", "Certificate__c")).isEqualTo(2);
            assertThat(house.sync().written()).isZero();
        }
    }

    private static void declareCertificates(House house) {
        house.door("salesforce")
                .act(
                        "declare",
                        Map.of(
                                "object",
                                "Certificate__c",
                                "fields",
                                List.of(
                                        Map.of("name", "Title__c", "type", "string", "length", 80),
                                        Map.of(
                                                "name",
                                                "Level__c",
                                                "type",
                                                "picklist",
                                                "picklist",
                                                List.of("Gold", "Silver")),
                                        Map.of(
                                                "name",
                                                "Holder__c",
                                                "type",
                                                "reference",
                                                "referenceTo",
                                                List.of("Account"),
                                                "relationshipName",
                                                "Holder__r"),
                                        Map.of(
                                                "name",
                                                "Interlock_Id__c",
                                                "type",
                                                "string",
                                                "length",
                                                64,
                                                "unique",
                                                true,
                                                "externalId",
                                                true))));
        house.door("hubspot")
                .act(
                        "declare",
                        Map.of("object", "certificates", "fields", List.of("title", "level", "holder_id", KEY_FIELD)));
    }
}
