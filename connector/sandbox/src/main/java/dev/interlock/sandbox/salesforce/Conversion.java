package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lead becomes an account, a contact and, when wanted, an opportunity. There is no way back. */
final class Conversion {

    private static final List<String> SAME_ON_ACCOUNT =
            List.of("Industry", "Phone", "Fax", "Website", "AnnualRevenue", "NumberOfEmployees", "Rating");
    private static final List<String> SAME_ON_CONTACT = List.of(
            "FirstName", "LastName", "Salutation", "Title", "Email", "Phone", "MobilePhone", "Fax", "LeadSource");
    private static final int DAYS_TO_CLOSE = 30;

    private final Org org;
    private final Changes changes;
    private final Author author;

    Conversion(Org org, Changes changes, Author author) {
        this.org = org;
        this.changes = changes;
        this.author = author;
    }

    /** Whether an opportunity is made as well. */
    enum Deal {
        OPENED,
        NONE
    }

    ObjectNode convert(String leadId, Deal deal) {
        Table leads = org.named("Lead");
        Row lead = leads.find(leadId)
                .filter(Row::live)
                .orElseThrow(() -> new IllegalArgumentException("there is no live Lead " + leadId));
        if (org.holds(leads, lead, "IsConverted")) {
            throw new IllegalArgumentException("Lead " + leadId + " is converted already");
        }
        Map<String, Object> marks = new LinkedHashMap<>();
        Object account = account(leads, lead);
        marks.put("ConvertedAccountId", account);
        marks.put("ConvertedContactId", contact(leads, lead, account));
        if (deal == Deal.OPENED) {
            marks.put("ConvertedOpportunityId", opportunity(leads, lead, account));
        }
        ObjectNode answer = Json.object().put("leadId", leads.id(lead));
        marks.forEach((name, id) -> answer.put(name, id.toString()));
        marks.put("IsConverted", true);
        marks.put("IsUnreadByOwner", false);
        marks.put("ConvertedDate", today());
        marks.put("Status", "Closed - Converted");
        Row converted = lead.with(fields(leads, marks), lead.stamps().modified(author.now(), author.user()));
        org.journal().put(leads, converted);
        return answer;
    }

    private Object account(Table leads, Row lead) {
        Map<String, Object> values = copied(leads, lead, SAME_ON_ACCOUNT);
        values.put("Name", org.read(leads, lead, "Company"));
        address(leads, lead, "Billing", values);
        return create("Account", values);
    }

    private Object contact(Table leads, Row lead, Object account) {
        Map<String, Object> values = copied(leads, lead, SAME_ON_CONTACT);
        values.put("AccountId", account);
        address(leads, lead, "Mailing", values);
        return create("Contact", values);
    }

    private Object opportunity(Table leads, Row lead, Object account) {
        Map<String, Object> values = copied(leads, lead, List.of("LeadSource"));
        values.put("Name", org.read(leads, lead, "Company") + "-");
        values.put("AccountId", account);
        values.put("StageName", "Prospecting");
        values.put("CloseDate", today().plusDays(DAYS_TO_CLOSE));
        return create("Opportunity", values);
    }

    private Object create(String object, Map<String, Object> values) {
        Table table = org.named(object);
        return table.id(changes.insert(table, fields(table, values), author));
    }

    private Map<String, Object> copied(Table leads, Row lead, List<String> names) {
        Map<String, Object> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, org.read(leads, lead, name)));
        return values;
    }

    private void address(Table leads, Row lead, String prefix, Map<String, Object> values) {
        for (String part : List.of("Street", "City", "State", "PostalCode", "Country")) {
            values.put(prefix + part, org.read(leads, lead, part));
        }
    }

    private static Map<Field, Object> fields(Table table, Map<String, Object> values) {
        Map<Field, Object> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(table.type().field(name).orElseThrow(), value));
        return fields;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(author.now(), ZoneOffset.UTC);
    }
}
