package dev.interlock.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A house in which the partner of a deal is an association in HubSpot. */
final class Tied {

    private Tied() {}

    /**
     * The shipped configuration but for the deal's partner.
     *
     * @param more what the binding says after the object
     */
    static House house(Path folder, String more) {
        return House.in(folder, Map.of("records/deal.yaml", deal(more)));
    }

    /** The file of that configuration. */
    static String deal(String more) {
        return Configured.changed(
                "records/deal.yaml", "hubspot: partner_company_id", "hubspot: { association: companies" + more + " }");
    }

    static String account(House house, String name) {
        String site = name.toLowerCase(Locale.ROOT) + ".example";
        return house.create("salesforce", "Account", Map.of("Name", name, "Website", site));
    }

    /** A deal of that account, in step everywhere. */
    static House.Deal deal(House house, String account) {
        house.sync();
        return house.deal("Net", Map.of("Partner_Account__c", account));
    }

    /** A company that only HubSpot has so far. */
    static String customer(House house) {
        return house.create("hubspot", "companies", Map.of("name", "Customer"));
    }

    static void label(House house, String name) {
        house.door("hubspot").act("label", Map.of("object", "deals", "toObject", "companies", "label", name));
    }

    static String company(House house, String account) {
        return house.counterpart("salesforce", account, "hubspot");
    }

    static List<String> primaries(House house, House.Deal deal) {
        return associated(house, deal, "Primary");
    }

    static List<String> associated(House house, House.Deal deal, String label) {
        return house.door("hubspot").associated("deals", deal.hubspot(), "companies", label);
    }

    static List<String> aside(House house, String system) {
        return house.aside().stream()
                .filter(row -> row.cause().system().name().equals(system))
                .map(row -> row.cause().message())
                .toList();
    }

    static Map<String, String> tie(House.Deal deal, String company, String label) {
        return Map.of(
                "object", "deals", "id", deal.hubspot(), "toObject", "companies", "toId", company, "label", label);
    }

    /** A person puts another company in the place of the one there is. */
    static void takes(House house, House.Deal deal, String company) {
        house.door("hubspot").act("part", tie(deal, primaries(house, deal).getFirst(), ""));
        house.door("hubspot").act("associate", tie(deal, company, ""));
    }
}
