package dev.interlock.sandbox.hubspot;

import java.util.List;
import java.util.Locale;

/**
 * One kind of CRM object.
 *
 * @param name plural, as in paths
 * @param singular also accepted in paths
 * @param id the object type id, as {@code 0-1}
 * @param created the property that holds the creation stamp
 * @param modified the property that holds the last-modified stamp
 * @param shown the properties of an answer to a call that asks for none
 * @param required the properties without which a create is refused
 * @param searched the properties a search's {@code query} looks into
 */
record ObjectType(
        String name,
        String singular,
        String id,
        String created,
        String modified,
        List<String> shown,
        List<String> required,
        List<String> searched) {

    static final ObjectType CONTACTS = new ObjectType(
            "contacts",
            "contact",
            "0-1",
            "createdate",
            "lastmodifieddate",
            List.of("email", "firstname", "lastname"),
            List.of(),
            List.of("firstname", "lastname", "email", "phone", "company"));
    static final ObjectType COMPANIES = new ObjectType(
            "companies",
            "company",
            "0-2",
            "createdate",
            "hs_lastmodifieddate",
            List.of("domain", "name"),
            List.of(),
            List.of("website", "phone", "name", "domain"));
    static final ObjectType DEALS = new ObjectType(
            "deals",
            "deal",
            "0-3",
            "createdate",
            "hs_lastmodifieddate",
            List.of("amount", "closedate", "dealname", "dealstage", "pipeline"),
            List.of("dealname", "pipeline", "dealstage"),
            List.of("dealname", "pipeline", "dealstage", "description", "dealtype"));
    static final ObjectType LEADS = new ObjectType(
            "leads",
            "lead",
            "0-136",
            "hs_createdate",
            "hs_lastmodifieddate",
            List.of(),
            List.of("hs_lead_name"),
            List.of("hs_lead_name"));

    ObjectType {
        shown = List.copyOf(shown);
        required = List.copyOf(required);
        searched = List.copyOf(searched);
    }

    static ObjectType custom(String name, int number, List<String> required) {
        return new ObjectType(
                name, name, "2-" + number, "hs_createdate", "hs_lastmodifieddate", List.of(), required, required);
    }

    boolean answersTo(String nameOrId) {
        return name.equals(nameOrId)
                || singular.equals(nameOrId)
                || id.equals(nameOrId)
                || (isCustom() && nameOrId.matches("p\\d*_" + name));
    }

    boolean isCustom() {
        return id.startsWith("2-");
    }

    boolean merges() {
        return !this.equals(LEADS);
    }

    /** As error messages name it: CONTACT, COMPANY. */
    String loud() {
        return singular.toUpperCase(Locale.ROOT);
    }
}
