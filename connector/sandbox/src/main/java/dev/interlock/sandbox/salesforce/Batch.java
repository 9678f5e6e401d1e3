package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs the records of one collection in order. A refused record leaves no trace; with all-or-none it takes the others along. */
final class Batch {

    private static final Problem ROLLED_BACK = Problem.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header");

    private final Org org;
    private final boolean allOrNone;
    private boolean createdFlag;

    Batch(Org org, boolean allOrNone) {
        this.org = org;
        this.allOrNone = allOrNone;
    }

    /** Results say whether the record is new. */
    Batch withCreatedFlag() {
        createdFlag = true;
        return this;
    }

    <T> Reply run(List<T> records, Function<T, Outcome> write) {
        int start = org.journal().mark();
        List<Outcome> outcomes = new ArrayList<>();
        for (T record : records) {
            outcomes.add(one(record, write));
        }
        boolean failed = outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
        boolean rolledBack = allOrNone && failed;
        if (rolledBack) {
            org.journal().rollBackTo(start);
        }
        ArrayNode results = Json.array();
        outcomes.forEach(outcome -> results.add(result(outcome, rolledBack)));
        return Json.reply(200, results);
    }

    private <T> Outcome one(T record, Function<T, Outcome> write) {
        int mark = org.journal().mark();
        try {
            return write.apply(record);
        } catch (Refusal refusal) {
            org.journal().rollBackTo(mark);
            return new Outcome.Failed(refusal.problems());
        }
    }

    private ObjectNode result(Outcome outcome, boolean rolledBack) {
        return switch (outcome) {
            case Outcome.Done done -> rolledBack ? failed(List.of(ROLLED_BACK)) : done(done);
            case Outcome.Failed failed -> failed(failed.problems());
        };
    }

    private ObjectNode done(Outcome.Done done) {
        ObjectNode result = Json.object();
        result.put("id", done.id());
        result.put("success", true);
        result.putArray("errors");
        flag(result, done.isNew());
        return result;
    }

    private ObjectNode failed(List<Problem> problems) {
        ObjectNode result = Json.object();
        result.put("success", false);
        result.set("errors", Json.errors(problems, "statusCode"));
        flag(result, true);
        return result;
    }

    /** A failed row says that it was created: the flag alone proves nothing. */
    private void flag(ObjectNode result, boolean isNew) {
        if (createdFlag) {
            result.put("created", isNew);
        }
    }
}
