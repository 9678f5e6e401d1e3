package dev.interlock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.mapping.Configuration;
import dev.interlock.match.Compared;
import dev.interlock.match.Weight;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.Judging.Question;
import dev.interlock.routes.Judging.Suspect;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;

/** Questions of who is who for a terminal. */
final class MatchText {

    private MatchText() {}

    static void questions(ObjectNode json, PrintWriter out) {
        for (JsonNode match : json.path("matches")) {
            JsonNode first = match.path("looksLike").path(0);
            String chance =
                    first.has("chance") ? Weight.percent(first.path("chance").asDouble()) : "by key";
            String others = match.path("looksLike").size() > 1
                    ? " and " + (match.path("looksLike").size() - 1) + " more"
                    : "";
            out.printf(
                    "%s  %-12s %s %s %s looks like %s%s%s%n",
                    match.path("match").asText(),
                    chance,
                    match.path("system").asText(),
                    match.path("record").asText(),
                    match.path("id").asText(),
                    first.path("entity").asText("nobody any more"),
                    others,
                    match.path("decided").isEmpty() ? "" : ", decided");
            if (match.has("proposal")) {
                out.printf(
                        "    proposed: merge them in %s, %s survives%n",
                        match.path("system").asText(),
                        match.path("proposal").path("survives").asText());
            }
        }
        out.println(json.path("count").asInt() + " to decide; 'interlock matches show MATCH' tells why");
    }

    static void decisions(ObjectNode json, PrintWriter out) {
        for (JsonNode one : json.path("decisions")) {
            out.printf(
                    "%s  %-9s %s %s %s and %s, by %s at %s: %s%s%n",
                    one.path("match").asText(),
                    one.path("verdict").asText(),
                    one.path("system").asText(),
                    one.path("record").asText(),
                    one.path("id").asText(),
                    one.path("entity").asText(),
                    one.path("by").asText(),
                    one.path("at").asText(),
                    one.path("reason").asText(),
                    one.path("lapsed").asBoolean() ? " (lapsed: what was compared changed)" : "");
        }
        out.println(json.path("count").asInt() + " decided");
    }

    static void question(Question question, Configuration configuration, PrintWriter out) {
        out.println(question.id() + ": " + question.record() + " since " + question.since());
        out.println("  " + question.why());
        Compared compared = new Compared(Objects.requireNonNull(
                configuration.records().get(question.record().type())));
        for (Suspect suspect : question.suspects()) {
            out.println();
            out.println("entity " + suspect.entity()
                    + suspect.fit()
                            .map(fit -> ", " + Weight.percent(fit.chance()))
                            .orElse(", by key")
                    + (suspect.isTaken()
                            ? "; it already has a record in "
                                    + question.record().system()
                            : ""));
            for (Map.Entry<RecordKey, Map<String, FieldValue>> member :
                    suspect.members().entrySet()) {
                out.printf("  %-16s %-34s %s%n", "", "this record", member.getKey());
                compared.fields().stream()
                        .sorted()
                        .forEach(field -> out.printf(
                                "  %-16s %-34s %s%n",
                                field, shown(question.said(), field), shown(member.getValue(), field)));
            }
            suspect.fit().ifPresent(fit -> out.println("  " + fit.best().words()));
        }
        out.println();
        MergeProposal.of(question, configuration).ifPresent(proposal -> out.println(proposal.words()));
        out.println("decide with 'interlock matches decide " + question.id() + " same|different --reason TEXT'");
    }

    private static String shown(Map<String, FieldValue> values, String field) {
        return FieldValueText.show(values.getOrDefault(field, FieldValue.EMPTY));
    }
}
