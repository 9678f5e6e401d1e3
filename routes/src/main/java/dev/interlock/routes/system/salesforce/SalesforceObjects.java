package dev.interlock.routes.system.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.record.RecordType;
import dev.interlock.routes.system.Errand;
import dev.interlock.routes.system.Json;
import dev.interlock.routes.system.Memory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the org says of its objects: which fields there are, of which type, and what may be done with them. Asked once, then
 * remembered, until something shows that it changed.
 */
final class SalesforceObjects {

    private final Salesforce salesforce;
    private final Memory memory;
    private final Map<String, JsonNode> known = new ConcurrentHashMap<>();

    SalesforceObjects(Salesforce salesforce, Memory memory) {
        this.salesforce = salesforce;
        this.memory = memory;
    }

    /** The fields of an object by name: {@code {type, length, createable, updateable, unique, externalId, ...}}. */
    JsonNode fields(RecordType type, String object) {
        return known.computeIfAbsent(
                object, any -> memory.recall(name(object)).map(Json::read).orElseGet(() -> ask(type, object)));
    }

    /** Asks again, because an answer showed that what is known is not true any more. */
    JsonNode refreshed(RecordType type, String object) {
        JsonNode fields = ask(type, object);
        known.put(object, fields);
        return fields;
    }

    private JsonNode ask(RecordType type, String object) {
        JsonNode described = salesforce.call(
                Errand.reading(type), Salesforce.Request.get("/sobjects/" + object + "/describe", Map.of()));
        ObjectNode fields = Json.object();
        for (JsonNode field : described.path("fields")) {
            ObjectNode kept = fields.putObject(field.path("name").asText());
            for (String fact : new String[] {
                "type",
                "length",
                "createable",
                "updateable",
                "nillable",
                "unique",
                "externalId",
                "restrictedPicklist",
                "defaultedOnCreate",
                "relationshipName"
            }) {
                kept.set(fact, field.path(fact));
            }
            var choices = kept.putArray("choices");
            field.path("picklistValues")
                    .forEach(choice -> choices.add(choice.path("value").asText()));
        }
        memory.remember(name(object), fields.toString());
        return fields;
    }

    private String name(String object) {
        return "describe:" + salesforce.id() + ":" + object;
    }
}
