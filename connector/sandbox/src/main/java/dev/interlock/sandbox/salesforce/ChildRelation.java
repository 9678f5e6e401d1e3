package dev.interlock.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The records of one object that hang on those of another.
 *
 * @param name by which a query reaches them from above: {@code Contacts}, {@code Deals__r}
 * @param child where they are
 * @param link the field by which they hang on their parent
 */
record ChildRelation(String name, Table child, Field link) {

    /** Those of standard objects that do not follow from the object's plural (object reference, child relationships). */
    private static final Map<String, String> STANDARD = Map.of(
            "Account.ParentId", "ChildAccounts",
            "Contact.AccountId", "Contacts",
            "Contact.ReportsToId", "",
            "Opportunity.AccountId", "Opportunities",
            "Opportunity.ContactId", "Opportunities",
            "OpportunityContactRole.OpportunityId", "OpportunityContactRoles",
            "OpportunityContactRole.ContactId", "OpportunityContactRoles");

    /** Every way down from the records of a table; a way without a name cannot be queried. */
    static List<ChildRelation> of(Org org, Table parent) {
        List<ChildRelation> relations = new ArrayList<>();
        for (Table child : org.tables()) {
            for (Field field : child.type().visibleFields()) {
                if (field.referenceTo().contains(parent.type().name())) {
                    relations.add(new ChildRelation(name(child.type(), field), child, field));
                }
            }
        }
        return relations;
    }

    private static String name(ObjectType child, Field field) {
        return field.custom()
                ? child.plural().replaceAll("\\W", "") + "__r"
                : STANDARD.getOrDefault(child.name() + "." + field.name(), "");
    }
}
