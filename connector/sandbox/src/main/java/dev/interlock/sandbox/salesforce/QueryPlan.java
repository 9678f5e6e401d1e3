package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code explain} says: how the org would look for the records of a query. Costs are of this simulation. */
final class QueryPlan {

    private final Org org;

    QueryPlan(Org org) {
        this.org = org;
    }

    /** @param asked a query, or the id of a list view */
    ObjectNode explain(String asked) {
        boolean listView = asked.startsWith(ListViews.PREFIX) && Ids.wellFormed(asked);
        Soql soql = listView ? SoqlParser.parse(org, new ListViews(org).query(asked)) : SoqlParser.parse(org, asked);
        long all = soql.from().live().count();
        long found = new Search(org, soql, false).rows().size();
        ObjectNode answer = Json.object();
        ObjectNode plan = answer.putArray("plans").addObject();
        plan.put("cardinality", found);
        plan.putArray("fields");
        plan.put("leadingOperationType", "TableScan");
        plan.putArray("notes");
        plan.put("relativeCost", all == 0 ? 0.0 : (double) found / all);
        plan.put("sobjectCardinality", all);
        plan.put("sobjectType", soql.from().type().name());
        answer.put("sourceQuery", asked);
        return answer;
    }
}
