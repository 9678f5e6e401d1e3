package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Weighing;
import dev.interlock.match.Weight;
import dev.interlock.match.Weight.Reason;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.routes.Comparing.Comparison;
import dev.interlock.routes.Comparing.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * Why two records are one or not, step by step.
 *
 * @param steps from the chance beforehand on, each part that both tell
 */
record Explanation(Comparison comparison, List<Step> steps) {

    /**
     * One part, and where the sum stands before and after it, in bits.
     *
     * @param values what was compared: raw, and in brackets as it is compared where that is something else
     */
    record Step(Reason reason, double from, double to, List<String> values) {}

    static Explanation of(Comparison comparison) {
        List<Step> steps = new ArrayList<>();
        double sum = 0;
        for (Reason reason : comparison.weight().reasons()) {
            List<String> values = reason.fields().stream()
                    .map(field -> field + ": " + shown(field, comparison, comparison.one()) + " / "
                            + shown(field, comparison, comparison.other()))
                    .toList();
            steps.add(new Step(reason, sum, sum + reason.bits(), values));
            sum += reason.bits();
        }
        return new Explanation(comparison, List.copyOf(steps));
    }

    private static String shown(String field, Comparison comparison, Party party) {
        String raw = raw(field, party);
        String compared = comparison.form(field, party);
        return raw.equals(compared) || raw.isEmpty() ? "'" + raw + "'" : "'" + raw + "' (" + compared + ")";
    }

    private static String raw(String field, Party party) {
        return FieldValueText.show(party.values().getOrDefault(field, FieldValue.EMPTY));
    }

    Weighing rules() {
        return comparison.mapping().weighing();
    }

    double link() {
        return Weight.bitsOf(rules().link());
    }

    double review() {
        return Weight.bitsOf(rules().review());
    }

    /** What would become of the two. */
    String outcome() {
        if (!comparison.sameKeys().isEmpty()) {
            return "the same by exact key (" + String.join(", ", comparison.sameKeys()) + "), whatever they weigh";
        }
        return comparison.weight().ruledOut().isEmpty()
                ? outcome(comparison.weight().bits())
                : "different: " + String.join("; ", comparison.weight().ruledOut());
    }

    private String outcome(double bits) {
        return bits >= link() ? "linked" : bits >= review() ? "for a person to decide" : "different";
    }

    /** Which single part decides: what would come out if it were not told. */
    List<String> turningPoints() {
        List<String> turning = new ArrayList<>();
        double sum = comparison.weight().bits();
        for (Reason reason : comparison
                .weight()
                .reasons()
                .subList(1, comparison.weight().reasons().size())) {
            String without = outcome(sum - reason.bits());
            if (!without.equals(outcome(sum))) {
                turning.add("if " + reason.part() + " were not told: " + without);
            }
        }
        double missing = link() - sum;
        if (missing > 0) {
            turning.add(String.format(
                    java.util.Locale.ROOT, "%.1f bits more would link them; %s", missing, missingParts()));
        }
        comparison.weight().ruledOut().forEach(rule -> turning.add("nothing outweighs " + rule));
        return turning;
    }

    private String missingParts() {
        List<String> untold = rules().fields().keySet().stream()
                .filter(field -> raw(field, comparison.one()).isEmpty()
                        || raw(field, comparison.other()).isEmpty())
                .toList();
        return untold.isEmpty() ? "both tell every field" : "not told by both: " + String.join(", ", untold);
    }

    ObjectNode json() {
        Weight weight = comparison.weight();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "interlock/match-explanation/v1");
        party(json.putObject("one"), comparison.one());
        party(json.putObject("other"), comparison.other());
        json.put("outcome", outcome());
        comparison.sameKeys().forEach(json.putArray("sameKeys")::add);
        MatchJson.weight(json, weight);
        json.putObject("link").put("chance", rules().link()).put("bits", link());
        json.putObject("review").put("chance", rules().review()).put("bits", review());
        ArrayNode rows = json.putArray("steps");
        for (Step step : steps) {
            ObjectNode row = rows.addObject()
                    .put("part", step.reason().part())
                    .put("level", step.reason().level())
                    .put("bits", step.reason().bits())
                    .put("sum", step.to());
            ArrayNode fields = row.putArray("fields");
            for (String field : step.reason().fields()) {
                fields.addObject()
                        .put("field", field)
                        .put("one", raw(field, comparison.one()))
                        .put("other", raw(field, comparison.other()))
                        .put("oneCompared", comparison.form(field, comparison.one()))
                        .put("otherCompared", comparison.form(field, comparison.other()));
            }
        }
        turningPoints().forEach(json.putArray("wouldChange")::add);
        return json;
    }

    private static void party(ObjectNode json, Party party) {
        MatchJson.key(json, party.record());
        party.entity().ifPresent(entity -> json.put("entity", entity.value()));
    }
}
