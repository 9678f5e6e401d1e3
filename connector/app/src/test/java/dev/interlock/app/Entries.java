package dev.interlock.app;

import java.util.HashMap;
import java.util.Map;

/** What people enter in each system: no more than it insists on, unless a test says more. */
final class Entries {

    private static final String CLOSES = "2027-03-31";

    private Entries() {}

    /** A deal; answers its id. */
    static String deal(House house, String system, String name, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(deal(system, name));
        all.putAll(more);
        return house.create(system, system.equals("salesforce") ? "Opportunity" : "deals", all);
    }

    private static Map<String, ?> deal(String system, String name) {
        return switch (system) {
            case "salesforce" -> Map.of("Name", name, "StageName", "Prospecting", "CloseDate", CLOSES);
            case "hubspot" ->
                Map.of(
                        "dealname",
                        name,
                        "pipeline",
                        "default",
                        "dealstage",
                        "appointmentscheduled",
                        "closedate",
                        CLOSES);
            case "partnerstack" ->
                Map.of("account_name", name, "stage", "Submitted", "amount", 100, "close_date", CLOSES);
            default -> throw new IllegalArgumentException("no system " + system);
        };
    }

    /** A partner of PartnerStack, with an address and a website of its own; answers its id. */
    static String partnership(House house, String key, String company) {
        return house.create(
                "partnerstack",
                "partnerships",
                Map.of(
                        "partner_key",
                        key,
                        "email",
                        "team@" + key + ".example",
                        "company",
                        company,
                        "website",
                        key + ".example"));
    }

    /** A lead of HubSpot; answers its id. */
    static String contact(House house) {
        return house.create(
                "hubspot",
                "contacts",
                Map.of(
                        "firstname", "Anna",
                        "lastname", "Schneider",
                        "company", "Zwetschkenbaum KG",
                        "email", "anna@zwetschkenbaum.example"));
    }
}
