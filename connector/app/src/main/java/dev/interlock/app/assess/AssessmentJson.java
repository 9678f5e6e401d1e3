package dev.interlock.app.assess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.app.assess.Assessment.Column;
import dev.interlock.app.assess.Assessment.Finding;
import dev.interlock.app.assess.Assessment.Group;
import dev.interlock.app.assess.Assessment.Holding;
import dev.interlock.app.assess.Assessment.Kind;
import dev.interlock.app.assess.Assessment.Type;
import dev.interlock.record.SystemId;
import java.util.List;
import java.util.Locale;

/** The report as JSON: {@code interlock/assess/v1}. */
public final class AssessmentJson {

    private AssessmentJson() {}

    /** The whole report; groups of doubles are all there, of doubtful pairs the likeliest. */
    public static ObjectNode of(Assessment assessment) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "interlock/assess/v1")
                .put("at", assessment.at().toString())
                .put("records", assessment.records());
        ArrayNode types = json.putArray("types");
        assessment.types().forEach(type -> types.add(type(type)));
        assessment.troubles().forEach(json.putArray("troubles")::add);
        return json;
    }

    private static ObjectNode type(Type type) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("record", type.type().name())
                .put("records", type.records())
                .put("entities", type.doubles().entities())
                .put("compared", type.doubles().how().words());
        ArrayNode systems = json.putArray("systems");
        type.systems().forEach(holding -> systems.add(holding(holding, type)));
        ArrayNode shared = json.putArray("shared");
        List<SystemId> names = type.systems().stream().map(Holding::system).toList();
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                ObjectNode pair = shared.addObject();
                pair.putArray("systems")
                        .add(names.get(one).name())
                        .add(names.get(other).name());
                pair.put("entities", type.doubles().shared(names.get(one), names.get(other)));
            }
        }
        groups(json.putArray("groups"), type.doubles().groups());
        json.put("doubtful", type.doubles().doubts());
        groups(json.putArray("doubts"), type.doubles().asked());
        return json;
    }

    private static ObjectNode holding(Holding holding, Type type) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("system", holding.system().name())
                .put("records", holding.records())
                .put("groupsOfDoubles", type.doubles().within(holding.system()).size())
                .put("tooMany", type.doubles().tooMany(holding.system()));
        ArrayNode fields = json.putArray("fields");
        holding.fields().forEach(column -> fields.add(column(column)));
        return json;
    }

    private static ObjectNode column(Column column) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("field", column.field())
                .put("filled", column.filled());
        for (Kind kind : Kind.values()) {
            json.put(name(kind), column.count(kind));
        }
        ObjectNode findings = json.putObject("findings");
        column.findings().forEach((kind, finding) -> findings.set(name(kind), finding(finding)));
        return json;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode values = json.putArray("values");
        finding.values()
                .forEach(
                        (value, count) -> values.addObject().put("value", value).put("records", count));
        ArrayNode examples = json.putArray("examples");
        finding.examples()
                .forEach(example -> examples.addObject()
                        .put("id", example.id())
                        .put("value", example.value())
                        .put("why", example.why()));
        return json;
    }

    private static void groups(ArrayNode array, List<Group> groups) {
        for (Group group : groups) {
            ObjectNode json = array.addObject().put("why", group.why());
            ArrayNode members = json.putArray("records");
            group.members()
                    .forEach(member -> members.addObject()
                            .put("system", member.key().system().name())
                            .put("id", member.key().id())
                            .put("title", member.title()));
        }
    }
}
