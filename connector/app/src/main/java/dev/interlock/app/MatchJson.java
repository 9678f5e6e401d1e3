package dev.interlock.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.match.Fit;
import dev.interlock.match.Weight;
import dev.interlock.record.FieldValue;
import dev.interlock.record.FieldValueText;
import dev.interlock.record.RecordKey;
import dev.interlock.routes.Judging;
import dev.interlock.routes.Judging.Question;
import dev.interlock.routes.Judging.Suspect;
import dev.interlock.stage.Judgement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Questions of who is who as JSON. */
final class MatchJson {

    private MatchJson() {}

    static ObjectNode question(Question question) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("match", question.id());
        key(json, question.record()).put("since", question.since().toString()).put("why", question.why());
        json.set("values", values(question.said()));
        ArrayNode suspects = json.putArray("looksLike");
        question.suspects().forEach(suspect -> suspects.add(suspect(suspect)));
        ArrayNode judged = json.putArray("decided");
        question.judged().forEach(one -> judged.add(judgement(one)));
        return json;
    }

    static ObjectNode key(ObjectNode json, RecordKey key) {
        return json.put("system", key.system().name())
                .put("record", key.type().name())
                .put("id", key.id());
    }

    private static ObjectNode suspect(Suspect suspect) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("entity", suspect.entity().value())
                .put("taken", suspect.isTaken());
        suspect.fit().map(Fit::best).ifPresent(weight -> weight(json, weight));
        ArrayNode records = json.putArray("records");
        suspect.members().forEach((key, values) -> key(records.addObject(), key).set("values", values(values)));
        return json;
    }

    static ObjectNode weight(ObjectNode json, Weight weight) {
        json.put("chance", weight.chance()).put("bits", weight.bits());
        weight.ruledOut().forEach(json.putArray("ruledOut")::add);
        ArrayNode reasons = json.putArray("reasons");
        weight.reasons().forEach(reason -> {
            ObjectNode row = reasons.addObject()
                    .put("part", reason.part())
                    .put("level", reason.level())
                    .put("bits", reason.bits());
            reason.fields().forEach(row.putArray("fields")::add);
        });
        return json;
    }

    static ObjectNode values(Map<String, FieldValue> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(values).forEach((name, value) -> json.put(name, FieldValueText.show(value)));
        return json;
    }

    static ObjectNode judgement(Judgement judgement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("match", Judging.questionId(judgement.record()));
        return key(json, judgement.record())
                .put("entity", judgement.entity().value())
                .put("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT))
                .put("lapsed", judgement.isLapsed())
                .put("by", judgement.by())
                .put("reason", judgement.reason())
                .put("at", judgement.at().toString());
    }
}
