package dev.interlock.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Configuration for tests, and ways to read it. */
final class Files {

    static final String SETTINGS = """
            apiVersion: v1
            kind: Interlock
            store: { url: "jdbc:h2:mem:staging", user: sa, password: "${INTERLOCK_STORE_PASSWORD:-}" }
            schedule: "0 0/15 * * * ?"
            service: { port: 8080 }
            safety: { massDelete: { count: 25, percent: 10 }, replansPerRun: 20 }
            systems:
              salesforce:
                kind: salesforce
                settle: 5s
                overlap: 2m
                budget: { perSecond: 25, perDay: 90000, concurrent: 4 }
                connection: { login: "https://login.example", token: "${SALESFORCE_TOKEN}" }
              hubspot: { kind: hubspot }
              partnerstack: { kind: rest, budget: { perSecond: 0.5 } }
            """;

    static final String PARTNER = """
            apiVersion: v1
            kind: Record
            record: partner
            systems:
              salesforce: { object: Account, key: Interlock_Id__c }
              hubspot: { object: companies, key: interlock_id }
            match: [ [domain], [name, country] ]
            fields:
              name:
                type: company
                systems: { salesforce: { field: Name, max: 255 }, hubspot: name }
              domain:
                type: domain
                systems: { salesforce: { field: Website, as: url }, hubspot: domain }
              country:
                type: country
                systems: { salesforce: { field: BillingCountry, as: name }, hubspot: country }
            """;

    static final String DEAL = """
            apiVersion: v1
            kind: Record
            record: deal
            systems:
              salesforce:   { object: Opportunity, key: Interlock_Id__c, create: true, deletes: flag }
              hubspot:      { object: deals, key: interlock_id, create: { when: "amount > 0.0" }, deletes: unlink, constants: { pipeline: default } }
              partnerstack: { object: deals, key: external_key, create: false }
            match: [ [name, partner] ]
            fields:
              name:
                type: text
                authority: [salesforce, hubspot]
                writers: [salesforce]
                unauthorised: revert
                blank: reject
                systems:
                  salesforce: Name
                  hubspot: { field: dealname, max: 255 }
              amount:
                type: money
                authority: { newest: 5m }
                systems:
                  salesforce: Amount
                  hubspot: amount
                  partnerstack: { field: amount, use: money, scale: cents, direction: both }
              stage:
                type: choice
                systems:
                  salesforce: { field: StageName, map: { Prospecting: open, "Closed Won": won }, otherwise: flag }
                  hubspot: { field: dealstage, map: { appointmentscheduled: open, closedwon: won }, otherwise: { default: open } }
              closes:
                type: date
                systems:
                  salesforce: CloseDate
                  hubspot: { field: closedate, format: epoch-ms }
              partner:
                type: reference
                to: partner
                systems:
                  salesforce: { field: Account_Name__c, by: name }
                  hubspot: partner_company_id
            """;

    static final Map<String, String> ENVIRONMENT = Map.of("SALESFORCE_TOKEN", "very-secret-token");

    private Files() {}

    static SourceFile file(String name, String content) {
        return new SourceFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static ConfigReading read(SourceFile... more) {
        return ConfigReader.read(List.of(more), ENVIRONMENT);
    }

    /** The configuration of settings, partner and deal. */
    static Configuration good() {
        return good(file("interlock.yaml", SETTINGS), file("partner.yaml", PARTNER), file("deal.yaml", DEAL));
    }

    static Configuration good(SourceFile... files) {
        ConfigReading reading = read(files);
        assertThat(reading).as("%s", reading).isInstanceOf(ConfigReading.Good.class);
        return ((ConfigReading.Good) reading).configuration();
    }

    /** The problems as an operator sees them. */
    static List<String> problems(SourceFile... files) {
        return switch (read(files)) {
            case ConfigReading.Good good -> List.of();
            case ConfigReading.Bad bad ->
                bad.problems().stream().map(ConfigProblem::toString).toList();
        };
    }

    /** The problems of a partner file, beside good settings. */
    static List<String> problemsOfRecord(String content) {
        return problems(file("interlock.yaml", SETTINGS), file("r.yaml", content));
    }

    /** The problems of a settings file alone. */
    static List<String> problemsOfSettings(String content) {
        return problems(file("s.yaml", content));
    }

    /** A record file with one field, whose lines begin in line 8. */
    static String field(String... lines) {
        List<String> all = new ArrayList<>(List.of(
                "apiVersion: v1",
                "kind: Record",
                "record: thing",
                "systems:",
                "  salesforce: { object: Thing__c }",
                "  hubspot: { object: things }",
                "fields:"));
        for (String line : lines) {
            all.add("  " + line);
        }
        return String.join("\n", all) + "\n";
    }
}
